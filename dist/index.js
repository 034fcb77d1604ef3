import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6427:
/***/ (function(__unused_webpack_module, exports) {

/*!
 * hash-wasm (https://www.npmjs.com/package/hash-wasm)
 * (c) Dani Biro
 * @license MIT
 */

!function(I,A){ true?A(exports):0}(this,function(I){"use strict";var A,i={name:"blake2b",data:"AGFzbQEAAAABEQRgAAF/YAJ/fwBgAX8AYAAAAwoJAAECAwECAgABBQQBAQICBg8CfwFBgIAEC38AQYCABAsHggEJBm1lbW9yeQIAD19fc3RhY2tfcG9pbnRlcgMADkhhc2hfR2V0QnVmZmVyAAAKSGFzaF9GaW5hbAADCUhhc2hfSW5pdAAFC0hhc2hfVXBkYXRlAAYNSGFzaF9HZXRTdGF0ZQAHDkhhc2hfQ2FsY3VsYXRlAAgKU1RBVEVfU0laRQMBCsU4CQYAQYCBBAvcAgIFfwF+AkAgAUEBSA0AAkAgAUGAAUEAKALgggUiAmsiA0wNAEEAQQA2AuCCBQJAIAJB/wBKDQAgAkHggQVqIQQgACEFQQAhBgNAIAQgBS0AADoAACAFQQFqIQUgBEEBaiEEIAMgBkEBaiIGQf8BcUoNAAsLQQBBACkDwIEFIgdCgAF8NwPAgQVBAEEAKQPIgQUgB0L/flatfDcDyIEFQeCBBRACIAAgA2ohAAJAIAEgA2siBEGBAU4NACAEIQEMAQsgAiABaiEEA0BBAEEAKQPAgQUiB0KAAXw3A8CBBUEAQQApA8iBBSAHQv9+Vq18NwPIgQUgABACIABBgAFqIQAgBEGAf2oiBEGAAksNAAsgBEGAf2ohAQtBACEEA0AgBEEAKALgggVqQeCBBWogACAEai0AADoAACABIARBAWoiBEH/AXFLDQALQQBBACgC4IIFIAFqNgLgggULC78uASR+QQBBACkD0IEFQQApA7CBBSIBQQApA5CBBXwgACkDICICfCIDhULr+obav7X2wR+FQiCJIgRCq/DT9K/uvLc8fCIFIAGFQiiJIgYgA3wgACkDKCIBfCIHIASFQjCJIgggBXwiCSAGhUIBiSIKQQApA8iBBUEAKQOogQUiBEEAKQOIgQV8IAApAxAiA3wiBYVCn9j52cKR2oKbf4VCIIkiC0K7zqqm2NDrs7t/fCIMIASFQiiJIg0gBXwgACkDGCIEfCIOfCAAKQNQIgV8Ig9BACkDwIEFQQApA6CBBSIQQQApA4CBBSIRfCAAKQMAIgZ8IhKFQtGFmu/6z5SH0QCFQiCJIhNCiJLznf/M+YTqAHwiFCAQhUIoiSIVIBJ8IAApAwgiEHwiFiAThUIwiSIXhUIgiSIYQQApA9iBBUEAKQO4gQUiE0EAKQOYgQV8IAApAzAiEnwiGYVC+cL4m5Gjs/DbAIVCIIkiGkLx7fT4paf9p6V/fCIbIBOFQiiJIhwgGXwgACkDOCITfCIZIBqFQjCJIhogG3wiG3wiHSAKhUIoiSIeIA98IAApA1giCnwiDyAYhUIwiSIYIB18Ih0gDiALhUIwiSIOIAx8Ih8gDYVCAYkiDCAWfCAAKQNAIgt8Ig0gGoVCIIkiFiAJfCIaIAyFQiiJIiAgDXwgACkDSCIJfCIhIBaFQjCJIhYgGyAchUIBiSIMIAd8IAApA2AiB3wiDSAOhUIgiSIOIBcgFHwiFHwiFyAMhUIoiSIbIA18IAApA2giDHwiHCAOhUIwiSIOIBd8IhcgG4VCAYkiGyAZIBQgFYVCAYkiFHwgACkDcCINfCIVIAiFQiCJIhkgH3wiHyAUhUIoiSIUIBV8IAApA3giCHwiFXwgDHwiIoVCIIkiI3wiJCAbhUIoiSIbICJ8IBJ8IiIgFyAYIBUgGYVCMIkiFSAffCIZIBSFQgGJIhQgIXwgDXwiH4VCIIkiGHwiFyAUhUIoiSIUIB98IAV8Ih8gGIVCMIkiGCAXfCIXIBSFQgGJIhR8IAF8IiEgFiAafCIWIBUgHSAehUIBiSIaIBx8IAl8IhyFQiCJIhV8Ih0gGoVCKIkiGiAcfCAIfCIcIBWFQjCJIhWFQiCJIh4gGSAOIBYgIIVCAYkiFiAPfCACfCIPhUIgiSIOfCIZIBaFQiiJIhYgD3wgC3wiDyAOhUIwiSIOIBl8Ihl8IiAgFIVCKIkiFCAhfCAEfCIhIB6FQjCJIh4gIHwiICAiICOFQjCJIiIgJHwiIyAbhUIBiSIbIBx8IAp8IhwgDoVCIIkiDiAXfCIXIBuFQiiJIhsgHHwgE3wiHCAOhUIwiSIOIBkgFoVCAYkiFiAffCAQfCIZICKFQiCJIh8gFSAdfCIVfCIdIBaFQiiJIhYgGXwgB3wiGSAfhUIwiSIfIB18Ih0gFoVCAYkiFiAVIBqFQgGJIhUgD3wgBnwiDyAYhUIgiSIYICN8IhogFYVCKIkiFSAPfCADfCIPfCAHfCIihUIgiSIjfCIkIBaFQiiJIhYgInwgBnwiIiAjhUIwiSIjICR8IiQgFoVCAYkiFiAOIBd8Ig4gDyAYhUIwiSIPICAgFIVCAYkiFCAZfCAKfCIXhUIgiSIYfCIZIBSFQiiJIhQgF3wgC3wiF3wgBXwiICAPIBp8Ig8gHyAOIBuFQgGJIg4gIXwgCHwiGoVCIIkiG3wiHyAOhUIoiSIOIBp8IAx8IhogG4VCMIkiG4VCIIkiISAdIB4gDyAVhUIBiSIPIBx8IAF8IhWFQiCJIhx8Ih0gD4VCKIkiDyAVfCADfCIVIByFQjCJIhwgHXwiHXwiHiAWhUIoiSIWICB8IA18IiAgIYVCMIkiISAefCIeIBogFyAYhUIwiSIXIBl8IhggFIVCAYkiFHwgCXwiGSAchUIgiSIaICR8IhwgFIVCKIkiFCAZfCACfCIZIBqFQjCJIhogHSAPhUIBiSIPICJ8IAR8Ih0gF4VCIIkiFyAbIB98Iht8Ih8gD4VCKIkiDyAdfCASfCIdIBeFQjCJIhcgH3wiHyAPhUIBiSIPIBsgDoVCAYkiDiAVfCATfCIVICOFQiCJIhsgGHwiGCAOhUIoiSIOIBV8IBB8IhV8IAx8IiKFQiCJIiN8IiQgD4VCKIkiDyAifCAHfCIiICOFQjCJIiMgJHwiJCAPhUIBiSIPIBogHHwiGiAVIBuFQjCJIhUgHiAWhUIBiSIWIB18IAR8IhuFQiCJIhx8Ih0gFoVCKIkiFiAbfCAQfCIbfCABfCIeIBUgGHwiFSAXIBogFIVCAYkiFCAgfCATfCIYhUIgiSIXfCIaIBSFQiiJIhQgGHwgCXwiGCAXhUIwiSIXhUIgiSIgIB8gISAVIA6FQgGJIg4gGXwgCnwiFYVCIIkiGXwiHyAOhUIoiSIOIBV8IA18IhUgGYVCMIkiGSAffCIffCIhIA+FQiiJIg8gHnwgBXwiHiAghUIwiSIgICF8IiEgGyAchUIwiSIbIB18IhwgFoVCAYkiFiAYfCADfCIYIBmFQiCJIhkgJHwiHSAWhUIoiSIWIBh8IBJ8IhggGYVCMIkiGSAfIA6FQgGJIg4gInwgAnwiHyAbhUIgiSIbIBcgGnwiF3wiGiAOhUIoiSIOIB98IAZ8Ih8gG4VCMIkiGyAafCIaIA6FQgGJIg4gFSAXIBSFQgGJIhR8IAh8IhUgI4VCIIkiFyAcfCIcIBSFQiiJIhQgFXwgC3wiFXwgBXwiIoVCIIkiI3wiJCAOhUIoiSIOICJ8IAh8IiIgGiAgIBUgF4VCMIkiFSAcfCIXIBSFQgGJIhQgGHwgCXwiGIVCIIkiHHwiGiAUhUIoiSIUIBh8IAZ8IhggHIVCMIkiHCAafCIaIBSFQgGJIhR8IAR8IiAgGSAdfCIZIBUgISAPhUIBiSIPIB98IAN8Ih2FQiCJIhV8Ih8gD4VCKIkiDyAdfCACfCIdIBWFQjCJIhWFQiCJIiEgFyAbIBkgFoVCAYkiFiAefCABfCIZhUIgiSIbfCIXIBaFQiiJIhYgGXwgE3wiGSAbhUIwiSIbIBd8Ihd8Ih4gFIVCKIkiFCAgfCAMfCIgICGFQjCJIiEgHnwiHiAiICOFQjCJIiIgJHwiIyAOhUIBiSIOIB18IBJ8Ih0gG4VCIIkiGyAafCIaIA6FQiiJIg4gHXwgC3wiHSAbhUIwiSIbIBcgFoVCAYkiFiAYfCANfCIXICKFQiCJIhggFSAffCIVfCIfIBaFQiiJIhYgF3wgEHwiFyAYhUIwiSIYIB98Ih8gFoVCAYkiFiAVIA+FQgGJIg8gGXwgCnwiFSAchUIgiSIZICN8IhwgD4VCKIkiDyAVfCAHfCIVfCASfCIihUIgiSIjfCIkIBaFQiiJIhYgInwgBXwiIiAjhUIwiSIjICR8IiQgFoVCAYkiFiAbIBp8IhogFSAZhUIwiSIVIB4gFIVCAYkiFCAXfCADfCIXhUIgiSIZfCIbIBSFQiiJIhQgF3wgB3wiF3wgAnwiHiAVIBx8IhUgGCAaIA6FQgGJIg4gIHwgC3wiGoVCIIkiGHwiHCAOhUIoiSIOIBp8IAR8IhogGIVCMIkiGIVCIIkiICAfICEgFSAPhUIBiSIPIB18IAZ8IhWFQiCJIh18Ih8gD4VCKIkiDyAVfCAKfCIVIB2FQjCJIh0gH3wiH3wiISAWhUIoiSIWIB58IAx8Ih4gIIVCMIkiICAhfCIhIBogFyAZhUIwiSIXIBt8IhkgFIVCAYkiFHwgEHwiGiAdhUIgiSIbICR8Ih0gFIVCKIkiFCAafCAJfCIaIBuFQjCJIhsgHyAPhUIBiSIPICJ8IBN8Ih8gF4VCIIkiFyAYIBx8Ihh8IhwgD4VCKIkiDyAffCABfCIfIBeFQjCJIhcgHHwiHCAPhUIBiSIPIBggDoVCAYkiDiAVfCAIfCIVICOFQiCJIhggGXwiGSAOhUIoiSIOIBV8IA18IhV8IA18IiKFQiCJIiN8IiQgD4VCKIkiDyAifCAMfCIiICOFQjCJIiMgJHwiJCAPhUIBiSIPIBsgHXwiGyAVIBiFQjCJIhUgISAWhUIBiSIWIB98IBB8IhiFQiCJIh18Ih8gFoVCKIkiFiAYfCAIfCIYfCASfCIhIBUgGXwiFSAXIBsgFIVCAYkiFCAefCAHfCIZhUIgiSIXfCIbIBSFQiiJIhQgGXwgAXwiGSAXhUIwiSIXhUIgiSIeIBwgICAVIA6FQgGJIg4gGnwgAnwiFYVCIIkiGnwiHCAOhUIoiSIOIBV8IAV8IhUgGoVCMIkiGiAcfCIcfCIgIA+FQiiJIg8gIXwgBHwiISAehUIwiSIeICB8IiAgGCAdhUIwiSIYIB98Ih0gFoVCAYkiFiAZfCAGfCIZIBqFQiCJIhogJHwiHyAWhUIoiSIWIBl8IBN8IhkgGoVCMIkiGiAcIA6FQgGJIg4gInwgCXwiHCAYhUIgiSIYIBcgG3wiF3wiGyAOhUIoiSIOIBx8IAN8IhwgGIVCMIkiGCAbfCIbIA6FQgGJIg4gFSAXIBSFQgGJIhR8IAt8IhUgI4VCIIkiFyAdfCIdIBSFQiiJIhQgFXwgCnwiFXwgBHwiIoVCIIkiI3wiJCAOhUIoiSIOICJ8IAl8IiIgGyAeIBUgF4VCMIkiFSAdfCIXIBSFQgGJIhQgGXwgDHwiGYVCIIkiHXwiGyAUhUIoiSIUIBl8IAp8IhkgHYVCMIkiHSAbfCIbIBSFQgGJIhR8IAN8Ih4gGiAffCIaIBUgICAPhUIBiSIPIBx8IAd8IhyFQiCJIhV8Ih8gD4VCKIkiDyAcfCAQfCIcIBWFQjCJIhWFQiCJIiAgFyAYIBogFoVCAYkiFiAhfCATfCIahUIgiSIYfCIXIBaFQiiJIhYgGnwgDXwiGiAYhUIwiSIYIBd8Ihd8IiEgFIVCKIkiFCAefCAFfCIeICCFQjCJIiAgIXwiISAiICOFQjCJIiIgJHwiIyAOhUIBiSIOIBx8IAt8IhwgGIVCIIkiGCAbfCIbIA6FQiiJIg4gHHwgEnwiHCAYhUIwiSIYIBcgFoVCAYkiFiAZfCABfCIXICKFQiCJIhkgFSAffCIVfCIfIBaFQiiJIhYgF3wgBnwiFyAZhUIwiSIZIB98Ih8gFoVCAYkiFiAVIA+FQgGJIg8gGnwgCHwiFSAdhUIgiSIaICN8Ih0gD4VCKIkiDyAVfCACfCIVfCANfCIihUIgiSIjfCIkIBaFQiiJIhYgInwgCXwiIiAjhUIwiSIjICR8IiQgFoVCAYkiFiAYIBt8IhggFSAahUIwiSIVICEgFIVCAYkiFCAXfCASfCIXhUIgiSIafCIbIBSFQiiJIhQgF3wgCHwiF3wgB3wiISAVIB18IhUgGSAYIA6FQgGJIg4gHnwgBnwiGIVCIIkiGXwiHSAOhUIoiSIOIBh8IAt8IhggGYVCMIkiGYVCIIkiHiAfICAgFSAPhUIBiSIPIBx8IAp8IhWFQiCJIhx8Ih8gD4VCKIkiDyAVfCAEfCIVIByFQjCJIhwgH3wiH3wiICAWhUIoiSIWICF8IAN8IiEgHoVCMIkiHiAgfCIgIBggFyAahUIwiSIXIBt8IhogFIVCAYkiFHwgBXwiGCAchUIgiSIbICR8IhwgFIVCKIkiFCAYfCABfCIYIBuFQjCJIhsgHyAPhUIBiSIPICJ8IAx8Ih8gF4VCIIkiFyAZIB18Ihl8Ih0gD4VCKIkiDyAffCATfCIfIBeFQjCJIhcgHXwiHSAPhUIBiSIPIBkgDoVCAYkiDiAVfCAQfCIVICOFQiCJIhkgGnwiGiAOhUIoiSIOIBV8IAJ8IhV8IBN8IiKFQiCJIiN8IiQgD4VCKIkiDyAifCASfCIiICOFQjCJIiMgJHwiJCAPhUIBiSIPIBsgHHwiGyAVIBmFQjCJIhUgICAWhUIBiSIWIB98IAt8IhmFQiCJIhx8Ih8gFoVCKIkiFiAZfCACfCIZfCAJfCIgIBUgGnwiFSAXIBsgFIVCAYkiFCAhfCAFfCIahUIgiSIXfCIbIBSFQiiJIhQgGnwgA3wiGiAXhUIwiSIXhUIgiSIhIB0gHiAVIA6FQgGJIg4gGHwgEHwiFYVCIIkiGHwiHSAOhUIoiSIOIBV8IAF8IhUgGIVCMIkiGCAdfCIdfCIeIA+FQiiJIg8gIHwgDXwiICAhhUIwiSIhIB58Ih4gGSAchUIwiSIZIB98IhwgFoVCAYkiFiAafCAIfCIaIBiFQiCJIhggJHwiHyAWhUIoiSIWIBp8IAp8IhogGIVCMIkiGCAdIA6FQgGJIg4gInwgBHwiHSAZhUIgiSIZIBcgG3wiF3wiGyAOhUIoiSIOIB18IAd8Ih0gGYVCMIkiGSAbfCIbIA6FQgGJIg4gFSAXIBSFQgGJIhR8IAx8IhUgI4VCIIkiFyAcfCIcIBSFQiiJIhQgFXwgBnwiFXwgEnwiIoVCIIkiI3wiJCAOhUIoiSIOICJ8IBN8IiIgGyAhIBUgF4VCMIkiFSAcfCIXIBSFQgGJIhQgGnwgBnwiGoVCIIkiHHwiGyAUhUIoiSIUIBp8IBB8IhogHIVCMIkiHCAbfCIbIBSFQgGJIhR8IA18IiEgGCAffCIYIBUgHiAPhUIBiSIPIB18IAJ8Ih2FQiCJIhV8Ih4gD4VCKIkiDyAdfCABfCIdIBWFQjCJIhWFQiCJIh8gFyAZIBggFoVCAYkiFiAgfCADfCIYhUIgiSIZfCIXIBaFQiiJIhYgGHwgBHwiGCAZhUIwiSIZIBd8Ihd8IiAgFIVCKIkiFCAhfCAIfCIhIB+FQjCJIh8gIHwiICAiICOFQjCJIiIgJHwiIyAOhUIBiSIOIB18IAd8Ih0gGYVCIIkiGSAbfCIbIA6FQiiJIg4gHXwgDHwiHSAZhUIwiSIZIBcgFoVCAYkiFiAafCALfCIXICKFQiCJIhogFSAefCIVfCIeIBaFQiiJIhYgF3wgCXwiFyAahUIwiSIaIB58Ih4gFoVCAYkiFiAVIA+FQgGJIg8gGHwgBXwiFSAchUIgiSIYICN8IhwgD4VCKIkiDyAVfCAKfCIVfCACfCIChUIgiSIifCIjIBaFQiiJIhYgAnwgC3wiAiAihUIwiSILICN8IiIgFoVCAYkiFiAZIBt8IhkgFSAYhUIwiSIVICAgFIVCAYkiFCAXfCANfCINhUIgiSIXfCIYIBSFQiiJIhQgDXwgBXwiBXwgEHwiECAVIBx8Ig0gGiAZIA6FQgGJIg4gIXwgDHwiDIVCIIkiFXwiGSAOhUIoiSIOIAx8IBJ8IhIgFYVCMIkiDIVCIIkiFSAeIB8gDSAPhUIBiSINIB18IAl8IgmFQiCJIg98IhogDYVCKIkiDSAJfCAIfCIJIA+FQjCJIgggGnwiD3wiGiAWhUIoiSIWIBB8IAd8IhAgEYUgDCAZfCIHIA6FQgGJIgwgCXwgCnwiCiALhUIgiSILIAUgF4VCMIkiBSAYfCIJfCIOIAyFQiiJIgwgCnwgE3wiEyALhUIwiSIKIA58IguFNwOAgQVBACADIAYgDyANhUIBiSINIAJ8fCICIAWFQiCJIgUgB3wiBiANhUIoiSIHIAJ8fCICQQApA4iBBYUgBCABIBIgCSAUhUIBiSIDfHwiASAIhUIgiSISICJ8IgkgA4VCKIkiAyABfHwiASAShUIwiSIEIAl8IhKFNwOIgQVBACATQQApA5CBBYUgECAVhUIwiSIQIBp8IhOFNwOQgQVBACABQQApA5iBBYUgAiAFhUIwiSICIAZ8IgGFNwOYgQVBACASIAOFQgGJQQApA6CBBYUgAoU3A6CBBUEAIBMgFoVCAYlBACkDqIEFhSAKhTcDqIEFQQAgASAHhUIBiUEAKQOwgQWFIASFNwOwgQVBACALIAyFQgGJQQApA7iBBYUgEIU3A7iBBQveAgUBfwF+AX8BfgJ/IwBBwABrIgAkAAJAQQApA9CBBUIAUg0AQQBBACkDwIEFIgFBACgC4IIFIgKsfCIDNwPAgQVBAEEAKQPIgQUgAyABVK18NwPIgQUCQEEALQDoggVFDQBBAEJ/NwPYgQULQQBCfzcD0IEFAkAgAkH/AEoNAEEAIQQDQCACIARqQeCBBWpBADoAACAEQQFqIgRBgAFBACgC4IIFIgJrSA0ACwtB4IEFEAIgAEEAKQOAgQU3AwAgAEEAKQOIgQU3AwggAEEAKQOQgQU3AxAgAEEAKQOYgQU3AxggAEEAKQOggQU3AyAgAEEAKQOogQU3AyggAEEAKQOwgQU3AzAgAEEAKQO4gQU3AzhBACgC5IIFIgVBAUgNAEEAIQJBACEEA0AgBEGAgQRqIAAgBGotAAA6AAAgBEEBaiEEIAUgAkEBaiICQf8BcUsNAAsLIABBwABqJAAL+gMCAn8BfiMAQYABayICJABBAEGBAjsB8oIFQQAgAToA8YIFQQAgADoA8IIFQZB+IQADQCAAQYCDBWpCADcAACAAQfiCBWpCADcAACAAQfCCBWpCADcAACAAQRhqIgANAAtBACEDQQBBACkD8IIFIgRCiJLznf/M+YTqAIU3A4CBBUEAQQApA/iCBUK7zqqm2NDrs7t/hTcDiIEFQQBBACkDgIMFQqvw0/Sv7ry3PIU3A5CBBUEAQQApA4iDBULx7fT4paf9p6V/hTcDmIEFQQBBACkDkIMFQtGFmu/6z5SH0QCFNwOggQVBAEEAKQOYgwVCn9j52cKR2oKbf4U3A6iBBUEAQQApA6CDBULr+obav7X2wR+FNwOwgQVBAEEAKQOogwVC+cL4m5Gjs/DbAIU3A7iBBUEAIASnQf8BcTYC5IIFAkAgAUUNACACQgA3A3ggAkIANwNwIAJCADcDaCACQgA3A2AgAkIANwNYIAJCADcDUCACQgA3A0ggAkIANwNAIAJCADcDOCACQgA3AzAgAkIANwMoIAJCADcDICACQgA3AxggAkIANwMQIAJCADcDCCACQgA3AwBBACEAA0AgAiAAaiAAQYCBBGotAAA6AAAgAEEBaiEAIAEgA0EBaiIDQf8BcUsNAAsgAkGAARABCyACQYABaiQACxIAIABBA3ZB/z9xIABBEHYQBAsKAEGAgQQgABABCwYAQYCBBQscACABQQN2Qf8/cSABQRB2EARBgIEEIAAQARADCwsMAQBBgIAECwTwAAAA",hash:"22cf500a"};function C(I,A,i,C){return new(i||(i=Promise))(function(g,h){function B(I){try{f(C.next(I))}catch(I){h(I)}}function e(I){try{f(C.throw(I))}catch(I){h(I)}}function f(I){var A;I.done?g(I.value):(A=I.value,A instanceof i?A:new i(function(I){I(A)})).then(B,e)}f((C=C.apply(I,A||[])).next())})}"function"==typeof SuppressedError&&SuppressedError;class g{constructor(){this.mutex=Promise.resolve()}lock(){let I=()=>{};return this.mutex=this.mutex.then(()=>new Promise(I)),new Promise(A=>{I=A})}dispatch(I){return C(this,void 0,void 0,function*(){const A=yield this.lock();try{return yield Promise.resolve(I())}finally{A()}})}}const h="undefined"!=typeof globalThis?globalThis:"undefined"!=typeof self?self:"undefined"!=typeof window?window:global,B=null!==(A=h.Buffer)&&void 0!==A?A:null,e=h.TextEncoder?new h.TextEncoder:null;function f(I,A){return(15&I)+(I>>6|I>>3&8)<<4|(15&A)+(A>>6|A>>3&8)}const t="a".charCodeAt(0)-10,w="0".charCodeAt(0);function F(I,A,i){let C=0;for(let g=0;g<i;g++){let i=A[g]>>>4;I[C++]=i>9?i+t:i+w,i=15&A[g],I[C++]=i>9?i+t:i+w}return String.fromCharCode.apply(null,I)}const Q=null!==B?I=>{if("string"==typeof I){const A=B.from(I,"utf8");return new Uint8Array(A.buffer,A.byteOffset,A.length)}if(B.isBuffer(I))return new Uint8Array(I.buffer,I.byteOffset,I.length);if(ArrayBuffer.isView(I))return new Uint8Array(I.buffer,I.byteOffset,I.byteLength);throw new Error("Invalid data type!")}:I=>{if("string"==typeof I)return e.encode(I);if(ArrayBuffer.isView(I))return new Uint8Array(I.buffer,I.byteOffset,I.byteLength);throw new Error("Invalid data type!")},n="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",o=new Uint8Array(256);for(let I=0;I<64;I++)o[n.charCodeAt(I)]=I;function r(I){const A=function(I){let A=Math.floor(.75*I.length);const i=I.length;return"="===I[i-1]&&(A-=1,"="===I[i-2]&&(A-=1)),A}(I),i=I.length,C=new Uint8Array(A);let g=0;for(let A=0;A<i;A+=4){const i=o[I.charCodeAt(A)],h=o[I.charCodeAt(A+1)],B=o[I.charCodeAt(A+2)],e=o[I.charCodeAt(A+3)];C[g]=i<<2|h>>4,g+=1,C[g]=(15&h)<<4|B>>2,g+=1,C[g]=(3&B)<<6|63&e,g+=1}return C}const S=16384,U=new g,a=new Map;function s(I,A){return C(this,void 0,void 0,function*(){let i=null,g=null,h=!1;if("undefined"==typeof WebAssembly)throw new Error("WebAssembly is not supported in this environment!");const B=()=>new DataView(i.exports.memory.buffer).getUint32(i.exports.STATE_SIZE,!0),e=U.dispatch(()=>C(this,void 0,void 0,function*(){if(!a.has(I.name)){const A=r(I.data),i=WebAssembly.compile(A.buffer);a.set(I.name,i)}const A=yield a.get(I.name);i=yield WebAssembly.instantiate(A,{})})),t=(I=null)=>{h=!0,i.exports.Hash_Init(I)},w=I=>{if(!h)throw new Error("update() called before init()");(I=>{let A=0;for(;A<I.length;){const C=I.subarray(A,A+S);A+=C.length,g.set(C),i.exports.Hash_Update(C.length)}})(Q(I))},n=new Uint8Array(2*A),o=(I,C=null)=>{if(!h)throw new Error("digest() called before init()");return h=!1,i.exports.Hash_Final(C),"binary"===I?g.slice(0,A):F(n,g,A)},s=I=>"string"==typeof I?I.length<4096:I.byteLength<S;let V=s;switch(I.name){case"argon2":case"scrypt":V=()=>!0;break;case"blake2b":case"blake2s":V=(I,A)=>A<=512&&s(I);break;case"blake3":V=(I,A)=>0===A&&s(I);break;case"xxhash64":case"xxhash3":case"xxhash128":case"crc64":V=()=>!1}return yield(()=>C(this,void 0,void 0,function*(){i||(yield e);const I=i.exports.Hash_GetBuffer(),A=i.exports.memory.buffer;g=new Uint8Array(A,I,S)}))(),{getMemory:()=>g,writeMemory:(I,A=0)=>{g.set(I,A)},getExports:()=>i.exports,setMemorySize:I=>{i.exports.Hash_SetMemorySize(I);const A=i.exports.Hash_GetBuffer(),C=i.exports.memory.buffer;g=new Uint8Array(C,A,I)},init:t,update:w,digest:o,save:()=>{if(!h)throw new Error("save() can only be called after init() and before digest()");const A=i.exports.Hash_GetState(),C=B(),g=i.exports.memory.buffer,e=new Uint8Array(g,A,C),t=new Uint8Array(4+C);return function(I,A){const i=A.length>>1;for(let C=0;C<i;C++){const i=C<<1;I[C]=f(A.charCodeAt(i),A.charCodeAt(i+1))}}(t,I.hash),t.set(e,4),t},load:A=>{if(!(A instanceof Uint8Array))throw new Error("load() expects an Uint8Array generated by save()");const C=i.exports.Hash_GetState(),g=B(),e=4+g,t=i.exports.memory.buffer;if(A.length!==e)throw new Error(`Bad state length (expected ${e} bytes, got ${A.length})`);if(!function(I,A){if(I.length!==2*A.length)return!1;for(let i=0;i<A.length;i++){const C=i<<1;if(A[i]!==f(I.charCodeAt(C),I.charCodeAt(C+1)))return!1}return!0}(I.hash,A.subarray(0,4)))throw new Error("This state was written by an incompatible hash implementation");const w=A.subarray(4);new Uint8Array(t,C,g).set(w),h=!0},calculate:(I,C=null,h=null)=>{if(!V(I,C))return t(C),w(I),o("hex",h);const B=Q(I);return g.set(B),i.exports.Hash_Calculate(B.length,C,h),F(n,g,A)},hashLength:A}})}const V=new g;let J=null;function c(I){return!Number.isInteger(I)||I<8||I>512||I%8!=0?new Error("Invalid variant! Valid values: 8, 16, ..., 512"):null}function k(I,A){return I|A<<16}I.blake2b=function(I,A=512,g=null){if(c(A))return Promise.reject(c(A));let h=null,B=A;if(null!==g){if(h=Q(g),h.length>64)return Promise.reject(new Error("Max key length is 64 bytes"));B=k(A,h.length)}const e=A/8;if(null===J||J.hashLength!==e)return function(I,A,i){return C(this,void 0,void 0,function*(){const C=yield I.lock(),g=yield s(A,i);return C(),g})}(V,i,e).then(A=>(J=A,B>512&&J.writeMemory(h),J.calculate(I,B)));try{B>512&&J.writeMemory(h);const A=J.calculate(I,B);return Promise.resolve(A)}catch(I){return Promise.reject(I)}},I.createBLAKE2b=function(I=512,A=null){if(c(I))return Promise.reject(c(I));let C=null,g=I;if(null!==A){if(C=Q(A),C.length>64)return Promise.reject(new Error("Max key length is 64 bytes"));g=k(I,C.length)}const h=I/8;return s(i,h).then(I=>{g>512&&I.writeMemory(C),I.init(g);const A={init:g>512?()=>(I.writeMemory(C),I.init(g),A):()=>(I.init(g),A),update:i=>(I.update(i),A),digest:A=>I.digest(A),save:()=>I.save(),load:i=>(I.load(i),A),blockSize:128,digestSize:h};return A})}});


/***/ }),

/***/ 9136:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const net = __nccwpck_require__(7030)
const assert = __nccwpck_require__(4589)
const util = __nccwpck_require__(3440)
const { InvalidArgumentError, ConnectTimeoutError } = __nccwpck_require__(8707)

let tls // include tls conditionally since it is not always available

// TODO: session re-use does not wait for the first
// connection to resolve the session and might therefore
// resolve the same servername multiple times even when
// re-use is enabled.

const SessionCache = class WeakSessionCache {
  constructor (maxCachedSessions) {
    this._maxCachedSessions = maxCachedSessions
    this._sessionCache = new Map()
    this._sessionRegistry = new FinalizationRegistry((key) => {
      if (this._sessionCache.size < this._maxCachedSessions) {
        return
      }

      const ref = this._sessionCache.get(key)
      if (ref !== undefined && ref.deref() === undefined) {
        this._sessionCache.delete(key)
      }
    })
  }

  get (sessionKey) {
    const ref = this._sessionCache.get(sessionKey)
    return ref ? ref.deref() : null
  }

  set (sessionKey, session) {
    if (this._maxCachedSessions === 0) {
      return
    }

    if (this._sessionCache.has(sessionKey)) {
      this._sessionCache.delete(sessionKey)
    } else if (this._sessionCache.size >= this._maxCachedSessions) {
      // Make room for the new session: prefer an entry whose session has
      // already been collected, otherwise evict the oldest one.
      let evicted = false
      for (const [key, ref] of this._sessionCache) {
        if (ref.deref() === undefined) {
          this._sessionCache.delete(key)
          evicted = true
          break
        }
      }

      if (!evicted) {
        const oldest = this._sessionCache.keys().next()
        if (!oldest.done) {
          this._sessionCache.delete(oldest.value)
        }
      }
    }

    this._sessionCache.set(sessionKey, new WeakRef(session))
    this._sessionRegistry.register(session, sessionKey)
  }
}

function buildConnector ({ allowH2, preferH2, useH2c, maxCachedSessions, socketPath, timeout, session: customSession, ...opts }) {
  if (maxCachedSessions != null && (!Number.isInteger(maxCachedSessions) || maxCachedSessions < 0)) {
    throw new InvalidArgumentError('maxCachedSessions must be a positive integer or zero')
  }

  const options = { path: socketPath, ...opts }
  const sessionCache = new SessionCache(maxCachedSessions == null ? 100 : maxCachedSessions)
  timeout = timeout == null ? 10e3 : timeout
  allowH2 = allowH2 != null ? allowH2 : true
  return function connect ({ hostname, host, protocol, port, servername, localAddress, httpSocket }, callback) {
    let socket
    if (protocol === 'https:') {
      if (!tls) {
        tls = __nccwpck_require__(1692)
      }
      servername = servername || options.servername || util.getServerName(host) || null

      const sessionKey = servername || hostname
      assert(sessionKey)

      const session = customSession || sessionCache.get(sessionKey) || null

      port = port || 443

      socket = tls.connect({
        highWaterMark: 16384, // TLS in node can't have bigger HWM anyway...
        ...options,
        servername,
        session,
        localAddress,
        ALPNProtocols: allowH2 ? (preferH2 ? ['h2', 'http/1.1'] : ['http/1.1', 'h2']) : ['http/1.1'],
        socket: httpSocket, // upgrade socket connection
        port,
        host: hostname
      })

      socket
        .on('session', function (session) {
          // TODO (fix): Can a session become invalid once established? Don't think so?
          sessionCache.set(sessionKey, session)
        })
    } else {
      assert(!httpSocket, 'httpSocket can only be sent on TLS update')

      port = port || 80

      const connectOptions = {
        highWaterMark: 64 * 1024, // Same as nodejs fs streams.
        ...options,
        localAddress,
        port,
        host: hostname
      }

      const family = net.isIP(hostname)
      if (family !== 0 && servername && servername !== hostname) {
        connectOptions.host = servername
        connectOptions.lookup = (_hostname, lookupOptions, cb) => {
          if (lookupOptions.all) {
            cb(null, [{ address: hostname, family }])
          } else {
            cb(null, hostname, family)
          }
        }
      }

      socket = net.connect(connectOptions)
      if (useH2c === true) {
        socket.alpnProtocol = 'h2'
      }
    }

    // Set TCP keep alive options on the socket here instead of in connect() for the case of assigning the socket
    if (options.keepAlive == null || options.keepAlive) {
      const keepAliveInitialDelay = options.keepAliveInitialDelay === undefined ? 60e3 : options.keepAliveInitialDelay
      socket.setKeepAlive(true, keepAliveInitialDelay)
    }

    const clearConnectTimeout = util.setupConnectTimeout(new WeakRef(socket), { timeout, hostname, port })

    socket
      .setNoDelay(true)
      .once(protocol === 'https:' ? 'secureConnect' : 'connect', function () {
        queueMicrotask(clearConnectTimeout)

        if (callback) {
          const cb = callback
          callback = null
          cb(null, this)
        }
      })
      .on('error', function (err) {
        queueMicrotask(clearConnectTimeout)

        if (callback) {
          const cb = callback
          callback = null
          cb(maybeNormalizeConnectError(err, this, { timeout, hostname, port }))
        }
      })

    return socket
  }
}

// `net.connect` with `autoSelectFamily` raises an `AggregateError` when every
// attempted address fails. If any of those failures is a timeout, surface the
// error as a `ConnectTimeoutError` so callers see the same error regardless of
// which timer (Node's internal one or undici's `connectTimeout`) wins the race.
// The original `AggregateError` is preserved on `.cause`.
function maybeNormalizeConnectError (err, socket, opts) {
  if (
    err instanceof AggregateError &&
    (err.code === 'ETIMEDOUT' || err.errors.some((e) => e != null && e.code === 'ETIMEDOUT'))
  ) {
    let message = 'Connect Timeout Error'
    if (Array.isArray(socket.autoSelectFamilyAttemptedAddresses)) {
      message += ` (attempted addresses: ${socket.autoSelectFamilyAttemptedAddresses.join(', ')},`
    } else {
      message += ` (attempted address: ${opts.hostname}:${opts.port},`
    }
    message += ` timeout: ${opts.timeout}ms)`

    const wrapped = new ConnectTimeoutError(message)
    wrapped.cause = err
    return wrapped
  }
  return err
}

module.exports = buildConnector


/***/ }),

/***/ 735:
/***/ ((module) => {



/**
 * @see https://developer.mozilla.org/docs/Web/HTTP/Headers
 */
const wellknownHeaderNames = /** @type {const} */ ([
  'Accept',
  'Accept-Encoding',
  'Accept-Language',
  'Accept-Ranges',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Headers',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Origin',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
  'Access-Control-Request-Headers',
  'Access-Control-Request-Method',
  'Age',
  'Allow',
  'Alt-Svc',
  'Alt-Used',
  'Authorization',
  'Cache-Control',
  'Clear-Site-Data',
  'Connection',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Language',
  'Content-Length',
  'Content-Location',
  'Content-Range',
  'Content-Security-Policy',
  'Content-Security-Policy-Report-Only',
  'Content-Type',
  'Cookie',
  'Cross-Origin-Embedder-Policy',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Resource-Policy',
  'Date',
  'Device-Memory',
  'Downlink',
  'ECT',
  'ETag',
  'Expect',
  'Expect-CT',
  'Expires',
  'Forwarded',
  'From',
  'Host',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Range',
  'If-Unmodified-Since',
  'Keep-Alive',
  'Last-Modified',
  'Link',
  'Location',
  'Max-Forwards',
  'Origin',
  'Permissions-Policy',
  'Pragma',
  'Proxy-Authenticate',
  'Proxy-Authorization',
  'RTT',
  'Range',
  'Referer',
  'Referrer-Policy',
  'Refresh',
  'Retry-After',
  'Sec-WebSocket-Accept',
  'Sec-WebSocket-Extensions',
  'Sec-WebSocket-Key',
  'Sec-WebSocket-Protocol',
  'Sec-WebSocket-Version',
  'Server',
  'Server-Timing',
  'Service-Worker-Allowed',
  'Service-Worker-Navigation-Preload',
  'Set-Cookie',
  'SourceMap',
  'Strict-Transport-Security',
  'Supports-Loading-Mode',
  'TE',
  'Timing-Allow-Origin',
  'Trailer',
  'Transfer-Encoding',
  'Upgrade',
  'Upgrade-Insecure-Requests',
  'User-Agent',
  'Vary',
  'Via',
  'WWW-Authenticate',
  'X-Content-Type-Options',
  'X-DNS-Prefetch-Control',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-Powered-By',
  'X-Requested-With',
  'X-XSS-Protection'
])

/** @type {Record<typeof wellknownHeaderNames[number]|Lowercase<typeof wellknownHeaderNames[number]>, string>} */
const headerNameLowerCasedRecord = {}

// Note: object prototypes should not be able to be referenced. e.g. `Object#hasOwnProperty`.
Object.setPrototypeOf(headerNameLowerCasedRecord, null)

for (let i = 0; i < wellknownHeaderNames.length; ++i) {
  const key = wellknownHeaderNames[i]
  const lowerCasedKey = key.toLowerCase()
  headerNameLowerCasedRecord[key] = headerNameLowerCasedRecord[lowerCasedKey] =
    lowerCasedKey
}

/**
 * Default WebSocket receive limits (see `webSocket` in Client.md). Used by
 * DispatcherBase#webSocketOptions and by the WebSocket parser when the
 * dispatcher doesn't provide a value, so a dispatcher without
 * `webSocketOptions` (a custom one, or a wrapper) doesn't remove the limits.
 */
const defaultWebSocketMaxFragments = 131072
const defaultWebSocketMaxPayloadSize = 128 * 1024 * 1024 // 128 MB

module.exports = {
  wellknownHeaderNames,
  headerNameLowerCasedRecord,
  defaultWebSocketMaxFragments,
  defaultWebSocketMaxPayloadSize
}


/***/ }),

/***/ 8707:
/***/ ((module) => {



const kUndiciError = Symbol.for('undici.error.UND_ERR')
class UndiciError extends Error {
  constructor (message, options) {
    super(message, options)
    this.name = 'UndiciError'
    this.code = 'UND_ERR'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kUndiciError] === true
  }

  get [kUndiciError] () {
    return true
  }
}

const kConnectTimeoutError = Symbol.for('undici.error.UND_ERR_CONNECT_TIMEOUT')
class ConnectTimeoutError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ConnectTimeoutError'
    this.message = message || 'Connect Timeout Error'
    this.code = 'UND_ERR_CONNECT_TIMEOUT'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kConnectTimeoutError] === true
  }

  get [kConnectTimeoutError] () {
    return true
  }
}

const kHeadersTimeoutError = Symbol.for('undici.error.UND_ERR_HEADERS_TIMEOUT')
class HeadersTimeoutError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'HeadersTimeoutError'
    this.message = message || 'Headers Timeout Error'
    this.code = 'UND_ERR_HEADERS_TIMEOUT'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kHeadersTimeoutError] === true
  }

  get [kHeadersTimeoutError] () {
    return true
  }
}

const kHeadersOverflowError = Symbol.for('undici.error.UND_ERR_HEADERS_OVERFLOW')
class HeadersOverflowError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'HeadersOverflowError'
    this.message = message || 'Headers Overflow Error'
    this.code = 'UND_ERR_HEADERS_OVERFLOW'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kHeadersOverflowError] === true
  }

  get [kHeadersOverflowError] () {
    return true
  }
}

const kBodyTimeoutError = Symbol.for('undici.error.UND_ERR_BODY_TIMEOUT')
class BodyTimeoutError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'BodyTimeoutError'
    this.message = message || 'Body Timeout Error'
    this.code = 'UND_ERR_BODY_TIMEOUT'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kBodyTimeoutError] === true
  }

  get [kBodyTimeoutError] () {
    return true
  }
}

const kInvalidArgumentError = Symbol.for('undici.error.UND_ERR_INVALID_ARG')
class InvalidArgumentError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'InvalidArgumentError'
    this.message = message || 'Invalid Argument Error'
    this.code = 'UND_ERR_INVALID_ARG'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kInvalidArgumentError] === true
  }

  get [kInvalidArgumentError] () {
    return true
  }
}

const kInvalidReturnValueError = Symbol.for('undici.error.UND_ERR_INVALID_RETURN_VALUE')
class InvalidReturnValueError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'InvalidReturnValueError'
    this.message = message || 'Invalid Return Value Error'
    this.code = 'UND_ERR_INVALID_RETURN_VALUE'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kInvalidReturnValueError] === true
  }

  get [kInvalidReturnValueError] () {
    return true
  }
}

const kAbortError = Symbol.for('undici.error.UND_ERR_ABORT')
class AbortError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'AbortError'
    this.message = message || 'The operation was aborted'
    this.code = 'UND_ERR_ABORT'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kAbortError] === true
  }

  get [kAbortError] () {
    return true
  }
}

const kRequestAbortedError = Symbol.for('undici.error.UND_ERR_ABORTED')
class RequestAbortedError extends AbortError {
  constructor (message) {
    super(message)
    this.name = 'AbortError'
    this.message = message || 'Request aborted'
    this.code = 'UND_ERR_ABORTED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kRequestAbortedError] === true
  }

  get [kRequestAbortedError] () {
    return true
  }
}

const kInformationalError = Symbol.for('undici.error.UND_ERR_INFO')
class InformationalError extends UndiciError {
  constructor (message, options) {
    super(message, options)
    this.name = 'InformationalError'
    this.message = message || 'Request information'
    this.code = 'UND_ERR_INFO'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kInformationalError] === true
  }

  get [kInformationalError] () {
    return true
  }
}

const kRequestContentLengthMismatchError = Symbol.for('undici.error.UND_ERR_REQ_CONTENT_LENGTH_MISMATCH')
class RequestContentLengthMismatchError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'RequestContentLengthMismatchError'
    this.message = message || 'Request body length does not match content-length header'
    this.code = 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kRequestContentLengthMismatchError] === true
  }

  get [kRequestContentLengthMismatchError] () {
    return true
  }
}

const kResponseContentLengthMismatchError = Symbol.for('undici.error.UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
class ResponseContentLengthMismatchError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ResponseContentLengthMismatchError'
    this.message = message || 'Response body length does not match content-length header'
    this.code = 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kResponseContentLengthMismatchError] === true
  }

  get [kResponseContentLengthMismatchError] () {
    return true
  }
}

const kClientDestroyedError = Symbol.for('undici.error.UND_ERR_DESTROYED')
class ClientDestroyedError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ClientDestroyedError'
    this.message = message || 'The client is destroyed'
    this.code = 'UND_ERR_DESTROYED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kClientDestroyedError] === true
  }

  get [kClientDestroyedError] () {
    return true
  }
}

const kClientClosedError = Symbol.for('undici.error.UND_ERR_CLOSED')
class ClientClosedError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ClientClosedError'
    this.message = message || 'The client is closed'
    this.code = 'UND_ERR_CLOSED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kClientClosedError] === true
  }

  get [kClientClosedError] () {
    return true
  }
}

const kSocketError = Symbol.for('undici.error.UND_ERR_SOCKET')
class SocketError extends UndiciError {
  constructor (message, socket) {
    super(message)
    this.name = 'SocketError'
    this.message = message || 'Socket error'
    this.code = 'UND_ERR_SOCKET'
    this.socket = socket
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kSocketError] === true
  }

  get [kSocketError] () {
    return true
  }
}

const kNotSupportedError = Symbol.for('undici.error.UND_ERR_NOT_SUPPORTED')
class NotSupportedError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'NotSupportedError'
    this.message = message || 'Not supported error'
    this.code = 'UND_ERR_NOT_SUPPORTED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kNotSupportedError] === true
  }

  get [kNotSupportedError] () {
    return true
  }
}

const kBalancedPoolMissingUpstreamError = Symbol.for('undici.error.UND_ERR_BPL_MISSING_UPSTREAM')
class BalancedPoolMissingUpstreamError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'MissingUpstreamError'
    this.message = message || 'No upstream has been added to the BalancedPool'
    this.code = 'UND_ERR_BPL_MISSING_UPSTREAM'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kBalancedPoolMissingUpstreamError] === true
  }

  get [kBalancedPoolMissingUpstreamError] () {
    return true
  }
}

const kWebAssemblyNotSupportedError = Symbol.for('undici.error.ERR_WEBASSEMBLY_NOT_SUPPORTED')
class WebAssemblyNotSupportedError extends Error {
  constructor (message) {
    super(message || 'WebAssembly is not supported in this environment, but is required for HTTP/1 parsing')
    this.code = 'ERR_WEBASSEMBLY_NOT_SUPPORTED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kWebAssemblyNotSupportedError] === true
  }

  get [kWebAssemblyNotSupportedError] () {
    return true
  }
}

const kHTTPParserError = Symbol.for('undici.error.UND_ERR_HTTP_PARSER')
class HTTPParserError extends Error {
  constructor (message, code, data) {
    super(message)
    this.name = 'HTTPParserError'
    this.code = code ? `HPE_${code}` : undefined
    this.data = data ? data.toString() : undefined
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kHTTPParserError] === true
  }

  get [kHTTPParserError] () {
    return true
  }
}

const kResponseExceededMaxSizeError = Symbol.for('undici.error.UND_ERR_RES_EXCEEDED_MAX_SIZE')
class ResponseExceededMaxSizeError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'ResponseExceededMaxSizeError'
    this.message = message || 'Response content exceeded max size'
    this.code = 'UND_ERR_RES_EXCEEDED_MAX_SIZE'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kResponseExceededMaxSizeError] === true
  }

  get [kResponseExceededMaxSizeError] () {
    return true
  }
}

const kRequestRetryError = Symbol.for('undici.error.UND_ERR_REQ_RETRY')
class RequestRetryError extends UndiciError {
  constructor (message, code, { headers, data }) {
    super(message)
    this.name = 'RequestRetryError'
    this.message = message || 'Request retry error'
    this.code = 'UND_ERR_REQ_RETRY'
    this.statusCode = code
    this.data = data
    this.headers = headers
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kRequestRetryError] === true
  }

  get [kRequestRetryError] () {
    return true
  }
}

const kResponseError = Symbol.for('undici.error.UND_ERR_RESPONSE')
class ResponseError extends UndiciError {
  constructor (message, code, { headers, body, bodyTruncated = false }) {
    super(message)
    this.name = 'ResponseError'
    this.message = message || 'Response error'
    this.code = 'UND_ERR_RESPONSE'
    this.statusCode = code
    this.body = body
    this.bodyTruncated = bodyTruncated
    this.headers = headers
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kResponseError] === true
  }

  get [kResponseError] () {
    return true
  }
}

const kSecureProxyConnectionError = Symbol.for('undici.error.UND_ERR_PRX_TLS')
class SecureProxyConnectionError extends UndiciError {
  constructor (cause, message, options = {}) {
    super(message, { cause, ...options })
    this.name = 'SecureProxyConnectionError'
    this.message = message || 'Secure Proxy Connection failed'
    this.code = 'UND_ERR_PRX_TLS'
    this.cause = cause
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kSecureProxyConnectionError] === true
  }

  get [kSecureProxyConnectionError] () {
    return true
  }
}

const kProxyConnectionError = Symbol.for('undici.error.UND_ERR_PRX_CONN')
class ProxyConnectionError extends UndiciError {
  constructor (cause, message, options = {}) {
    super(message, { cause, ...options })
    this.name = 'ProxyConnectionError'
    this.message = message || 'Proxy Connection failed'
    this.code = 'UND_ERR_PRX_CONN'
    this.cause = cause
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kProxyConnectionError] === true
  }

  get [kProxyConnectionError] () {
    return true
  }
}

const kMaxRedirectsError = Symbol.for('undici.error.UND_ERR_REDIRECT_MAX')
class MaxRedirectsError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'MaxRedirectsError'
    this.message = message || 'max redirects'
    this.code = 'UND_ERR_REDIRECT_MAX'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kMaxRedirectsError] === true
  }

  get [kMaxRedirectsError] () {
    return true
  }
}

const kMaxOriginsReachedError = Symbol.for('undici.error.UND_ERR_MAX_ORIGINS_REACHED')
class MaxOriginsReachedError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'MaxOriginsReachedError'
    this.message = message || 'Maximum allowed origins reached'
    this.code = 'UND_ERR_MAX_ORIGINS_REACHED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kMaxOriginsReachedError] === true
  }

  get [kMaxOriginsReachedError] () {
    return true
  }
}

class Socks5ProxyError extends UndiciError {
  constructor (message, code) {
    super(message)
    this.name = 'Socks5ProxyError'
    this.message = message || 'SOCKS5 proxy error'
    this.code = code || 'UND_ERR_SOCKS5'
  }
}

const kMessageSizeExceededError = Symbol.for('undici.error.UND_ERR_WS_MESSAGE_SIZE_EXCEEDED')
class MessageSizeExceededError extends UndiciError {
  constructor (message) {
    super(message)
    this.name = 'MessageSizeExceededError'
    this.message = message || 'Max decompressed message size exceeded'
    this.code = 'UND_ERR_WS_MESSAGE_SIZE_EXCEEDED'
  }

  static [Symbol.hasInstance] (instance) {
    return instance && instance[kMessageSizeExceededError] === true
  }

  get [kMessageSizeExceededError] () {
    return true
  }
}

module.exports = {
  AbortError,
  WebAssemblyNotSupportedError,
  HTTPParserError,
  UndiciError,
  HeadersTimeoutError,
  HeadersOverflowError,
  BodyTimeoutError,
  RequestContentLengthMismatchError,
  ConnectTimeoutError,
  InvalidArgumentError,
  InvalidReturnValueError,
  RequestAbortedError,
  ClientDestroyedError,
  ClientClosedError,
  InformationalError,
  SocketError,
  NotSupportedError,
  ResponseContentLengthMismatchError,
  BalancedPoolMissingUpstreamError,
  ResponseExceededMaxSizeError,
  RequestRetryError,
  ResponseError,
  SecureProxyConnectionError,
  ProxyConnectionError,
  MaxOriginsReachedError,
  MaxRedirectsError,
  Socks5ProxyError,
  MessageSizeExceededError
}


/***/ }),

/***/ 6443:
/***/ ((module) => {



module.exports = {
  kClose: Symbol('close'),
  kDestroy: Symbol('destroy'),
  kDispatch: Symbol('dispatch'),
  kUrl: Symbol('url'),
  kRequestOrigin: Symbol('request origin'),
  kRedirectCacheControl: Symbol('redirect cache control'),
  kOriginless: Symbol('originless'),
  kWriting: Symbol('writing'),
  kResuming: Symbol('resuming'),
  kQueue: Symbol('queue'),
  kConnect: Symbol('connect'),
  kConnecting: Symbol('connecting'),
  kKeepAliveDefaultTimeout: Symbol('default keep alive timeout'),
  kKeepAliveMaxTimeout: Symbol('max keep alive timeout'),
  kKeepAliveTimeoutThreshold: Symbol('keep alive timeout threshold'),
  kKeepAliveTimeoutValue: Symbol('keep alive timeout'),
  kKeepAlive: Symbol('keep alive'),
  kHeadersTimeout: Symbol('headers timeout'),
  kBodyTimeout: Symbol('body timeout'),
  kServerName: Symbol('server name'),
  kLocalAddress: Symbol('local address'),
  kHost: Symbol('host'),
  kNoRef: Symbol('no ref'),
  kBodyUsed: Symbol('used'),
  kBody: Symbol('abstracted request body'),
  kRunning: Symbol('running'),
  kBlocking: Symbol('blocking'),
  kPending: Symbol('pending'),
  kSize: Symbol('size'),
  kBusy: Symbol('busy'),
  kQueued: Symbol('queued'),
  kFree: Symbol('free'),
  kConnected: Symbol('connected'),
  kClosed: Symbol('closed'),
  kNeedDrain: Symbol('need drain'),
  kReset: Symbol('reset'),
  kDestroyed: Symbol.for('nodejs.stream.destroyed'),
  kResume: Symbol('resume'),
  kOnError: Symbol('on error'),
  kMaxHeadersSize: Symbol('max headers size'),
  kRunningIdx: Symbol('running index'),
  kPendingIdx: Symbol('pending index'),
  kError: Symbol('error'),
  kClients: Symbol('clients'),
  kClient: Symbol('client'),
  kParser: Symbol('parser'),
  kOnDestroyed: Symbol('destroy callbacks'),
  kPipelining: Symbol('pipelining'),
  kSocket: Symbol('socket'),
  kHostHeader: Symbol('host header'),
  kConnector: Symbol('connector'),
  kStrictContentLength: Symbol('strict content length'),
  kMaxRedirections: Symbol('maxRedirections'),
  kMaxRequests: Symbol('maxRequestsPerClient'),
  kProxy: Symbol('proxy agent options'),
  kCounter: Symbol('socket request counter'),
  kMaxResponseSize: Symbol('max response size'),
  kHTTP2Session: Symbol('http2Session'),
  kHTTP2Options: Symbol('http2 options'),
  kHTTP2SessionState: Symbol('http2Session state'),
  kRetryHandlerDefaultRetry: Symbol('retry agent default retry'),
  kConstruct: Symbol('constructable'),
  kListeners: Symbol('listeners'),
  kHTTPContext: Symbol('http context'),
  kMaxConcurrentStreams: Symbol('max concurrent streams'),
  kHostAuthority: Symbol('host authority'),
  kHTTP2InitialWindowSize: Symbol('http2 initial window size'),
  kHTTP2ConnectionWindowSize: Symbol('http2 connection window size'),
  kEnableConnectProtocol: Symbol('http2session connect protocol'),
  kRemoteSettings: Symbol('http2session remote settings'),
  kHTTP2Stream: Symbol('http2session client stream'),
  kPingInterval: Symbol('ping interval'),
  kUseMilo: Symbol('use milo'),
  kNoProxyAgent: Symbol('no proxy agent'),
  kHttpProxyAgent: Symbol('http proxy agent'),
  kHttpsProxyAgent: Symbol('https proxy agent'),
  kSocks5ProxyAgent: Symbol('socks5 proxy agent')
}


/***/ }),

/***/ 7752:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const {
  wellknownHeaderNames,
  headerNameLowerCasedRecord
} = __nccwpck_require__(735)

class TstNode {
  /** @type {any} */
  value = null
  /** @type {null | TstNode} */
  left = null
  /** @type {null | TstNode} */
  middle = null
  /** @type {null | TstNode} */
  right = null
  /** @type {number} */
  code
  /**
   * @param {string} key
   * @param {any} value
   * @param {number} index
   */
  constructor (key, value, index) {
    if (index === undefined || index >= key.length) {
      throw new TypeError('Unreachable')
    }
    const code = this.code = key.charCodeAt(index)
    // check code is ascii string
    if (code > 0x7F) {
      throw new TypeError('key must be ascii string')
    }
    if (key.length !== ++index) {
      this.middle = new TstNode(key, value, index)
    } else {
      this.value = value
    }
  }

  /**
   * @param {string} key
   * @param {any} value
   * @returns {void}
   */
  add (key, value) {
    const length = key.length
    if (length === 0) {
      throw new TypeError('Unreachable')
    }
    let index = 0
    /**
     * @type {TstNode}
     */
    let node = this
    while (true) {
      const code = key.charCodeAt(index)
      // check code is ascii string
      if (code > 0x7F) {
        throw new TypeError('key must be ascii string')
      }
      if (node.code === code) {
        if (length === ++index) {
          node.value = value
          break
        } else if (node.middle !== null) {
          node = node.middle
        } else {
          node.middle = new TstNode(key, value, index)
          break
        }
      } else if (node.code < code) {
        if (node.left !== null) {
          node = node.left
        } else {
          node.left = new TstNode(key, value, index)
          break
        }
      } else if (node.right !== null) {
        node = node.right
      } else {
        node.right = new TstNode(key, value, index)
        break
      }
    }
  }

  /**
   * @param {Uint8Array} key
   * @returns {TstNode | null}
   */
  search (key) {
    const keylength = key.length
    let index = 0
    /**
     * @type {TstNode|null}
     */
    let node = this
    while (node !== null && index < keylength) {
      let code = key[index]
      // A-Z
      // First check if it is bigger than 0x5a.
      // Lowercase letters have higher char codes than uppercase ones.
      // Also we assume that headers will mostly contain lowercase characters.
      if (code <= 0x5a && code >= 0x41) {
        // Lowercase for uppercase.
        code |= 32
      }
      while (node !== null) {
        if (code === node.code) {
          if (keylength === ++index) {
            // Returns Node since it is the last key.
            return node
          }
          node = node.middle
          break
        }
        node = node.code < code ? node.left : node.right
      }
    }
    return null
  }
}

class TernarySearchTree {
  /** @type {TstNode | null} */
  node = null

  /**
   * @param {string} key
   * @param {any} value
   * @returns {void}
   * */
  insert (key, value) {
    if (this.node === null) {
      this.node = new TstNode(key, value, 0)
    } else {
      this.node.add(key, value)
    }
  }

  /**
   * @param {Uint8Array} key
   * @returns {any}
   */
  lookup (key) {
    return this.node?.search(key)?.value ?? null
  }
}

const tree = new TernarySearchTree()

for (let i = 0; i < wellknownHeaderNames.length; ++i) {
  const key = headerNameLowerCasedRecord[wellknownHeaderNames[i]]
  tree.insert(key, key)
}

module.exports = {
  TernarySearchTree,
  tree
}


/***/ }),

/***/ 3440:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const assert = __nccwpck_require__(4589)
const { kDestroyed, kBodyUsed, kListeners, kBody } = __nccwpck_require__(6443)
const { IncomingMessage } = __nccwpck_require__(7067)
const stream = __nccwpck_require__(7075)
const net = __nccwpck_require__(7030)
const { stringify } = __nccwpck_require__(1792)
const { EventEmitter: EE, addAbortListener: addAbortListenerNative } = __nccwpck_require__(8474)
const timers = __nccwpck_require__(6603)
const { InvalidArgumentError, ConnectTimeoutError } = __nccwpck_require__(8707)
const { headerNameLowerCasedRecord } = __nccwpck_require__(735)
const { tree } = __nccwpck_require__(7752)

class BodyAsyncIterable {
  constructor (body) {
    this[kBody] = body
    this[kBodyUsed] = false
  }

  async * [Symbol.asyncIterator] () {
    assert(!this[kBodyUsed], 'disturbed')
    this[kBodyUsed] = true
    yield * this[kBody]
  }
}

function noop () {}

/**
 * @param {*} body
 * @returns {*}
 */
function wrapRequestBody (body) {
  if (isStream(body)) {
    // TODO (fix): Provide some way for the user to cache the file to e.g. /tmp
    // so that it can be dispatched again?
    // TODO (fix): Do we need 100-expect support to provide a way to do this properly?
    if (bodyLength(body) === 0) {
      body
        .on('data', function () {
          assert(false)
        })
    }

    if (typeof body.readableDidRead !== 'boolean') {
      body[kBodyUsed] = false
      EE.prototype.on.call(body, 'data', function () {
        this[kBodyUsed] = true
      })
    }

    return body
  } else if (body && typeof body.pipeTo === 'function') {
    // TODO (fix): We can't access ReadableStream internal state
    // to determine whether or not it has been disturbed. This is just
    // a workaround.
    return new BodyAsyncIterable(body)
  } else if (body && isFormDataLike(body)) {
    return body
  } else if (
    body &&
    typeof body !== 'string' &&
    !ArrayBuffer.isView(body) &&
    isIterable(body)
  ) {
    // TODO: Should we allow re-using iterable if !this.opts.idempotent
    // or through some other flag?
    return new BodyAsyncIterable(body)
  } else {
    return body
  }
}

/**
 * @param {*} obj
 * @returns {obj is import('node:stream').Stream}
 */
function isStream (obj) {
  return obj && typeof obj === 'object' && typeof obj.pipe === 'function' && typeof obj.on === 'function'
}

/**
 * @param {*} object
 * @returns {object is Blob}
 */
function isBlobLike (object) {
  return object instanceof Blob
}

/**
 * @param {string} url The path to check for query strings or fragments.
 * @returns {boolean} Returns true if the path contains a query string or fragment.
 */
function pathHasQueryOrFragment (url) {
  return (
    url.includes('?') ||
    url.includes('#')
  )
}

/**
 * @param {string} url The URL to add the query params to
 * @param {import('node:querystring').ParsedUrlQueryInput} queryParams The object to serialize into a URL query string
 * @returns {string} The URL with the query params added
 */
function serializePathWithQuery (url, queryParams) {
  if (pathHasQueryOrFragment(url)) {
    throw new Error('Query params cannot be passed when url already contains "?" or "#".')
  }

  const stringified = stringify(queryParams)

  if (stringified) {
    url += '?' + stringified
  }

  return url
}

/**
 * @param {number|string|undefined} port
 * @returns {boolean}
 */
function isValidPort (port) {
  const value = parseInt(port, 10)
  return (
    value === Number(port) &&
    value >= 0 &&
    value <= 65535
  )
}

/**
 * Check if the value is a valid http or https prefixed string.
 *
 * @param {string} value
 * @returns {boolean}
 */
function isHttpOrHttpsPrefixed (value) {
  return (
    value != null &&
    value[0] === 'h' &&
    value[1] === 't' &&
    value[2] === 't' &&
    value[3] === 'p' &&
    (
      value[4] === ':' ||
      (
        value[4] === 's' &&
        value[5] === ':'
      )
    )
  )
}

/**
 * @param {string|URL|Record<string,string>} url
 * @returns {URL}
 */
function parseURL (url) {
  if (typeof url === 'string') {
    /**
     * @type {URL}
     */
    url = new URL(url)

    if (!isHttpOrHttpsPrefixed(url.origin || url.protocol)) {
      throw new InvalidArgumentError('Invalid URL protocol: the URL must start with `http:` or `https:`.')
    }

    return url
  }

  if (!url || typeof url !== 'object') {
    throw new InvalidArgumentError('Invalid URL: The URL argument must be a non-null object.')
  }

  if (!(url instanceof URL)) {
    if (url.port != null && url.port !== '' && isValidPort(url.port) === false) {
      throw new InvalidArgumentError('Invalid URL: port must be a valid integer or a string representation of an integer.')
    }

    if (url.path != null && typeof url.path !== 'string') {
      throw new InvalidArgumentError('Invalid URL path: the path must be a string or null/undefined.')
    }

    if (url.pathname != null && typeof url.pathname !== 'string') {
      throw new InvalidArgumentError('Invalid URL pathname: the pathname must be a string or null/undefined.')
    }

    if (url.hostname != null && typeof url.hostname !== 'string') {
      throw new InvalidArgumentError('Invalid URL hostname: the hostname must be a string or null/undefined.')
    }

    if (url.origin != null && typeof url.origin !== 'string') {
      throw new InvalidArgumentError('Invalid URL origin: the origin must be a string or null/undefined.')
    }

    if (!isHttpOrHttpsPrefixed(url.origin || url.protocol)) {
      throw new InvalidArgumentError('Invalid URL protocol: the URL must start with `http:` or `https:`.')
    }

    const port = url.port != null
      ? url.port
      : (url.protocol === 'https:' ? 443 : 80)
    let origin = url.origin != null
      ? url.origin
      : `${url.protocol || ''}//${url.hostname || ''}:${port}`
    let path = url.path != null
      ? url.path
      : `${url.pathname || ''}${url.search || ''}`

    if (origin[origin.length - 1] === '/') {
      origin = origin.slice(0, origin.length - 1)
    }

    if (path && path[0] !== '/') {
      path = `/${path}`
    }
    // new URL(path, origin) is unsafe when `path` contains an absolute URL
    // From https://developer.mozilla.org/en-US/docs/Web/API/URL/URL:
    // If first parameter is a relative URL, second param is required, and will be used as the base URL.
    // If first parameter is an absolute URL, a given second param will be ignored.
    return new URL(`${origin}${path}`)
  }

  if (!isHttpOrHttpsPrefixed(url.origin || url.protocol)) {
    throw new InvalidArgumentError('Invalid URL protocol: the URL must start with `http:` or `https:`.')
  }

  return url
}

/**
 * @param {string|URL|Record<string, string>} url
 * @returns {URL}
 */
function parseOrigin (url) {
  url = parseURL(url)

  if (url.pathname !== '/' || url.search || url.hash) {
    throw new InvalidArgumentError('invalid url')
  }

  return url
}

/**
 * @param {string} host
 * @returns {string}
 */
function getHostname (host) {
  if (host[0] === '[') {
    const idx = host.indexOf(']')

    assert(idx !== -1)
    return host.substring(1, idx)
  }

  const idx = host.indexOf(':')
  if (idx === -1) return host

  return host.substring(0, idx)
}

/**
 * IP addresses are not valid server names per RFC6066
 * Currently, the only server names supported are DNS hostnames
 * @param {string|null} host
 * @returns {string|null}
 */
function getServerName (host) {
  if (!host) {
    return null
  }

  assert(typeof host === 'string')

  const servername = getHostname(host)
  if (net.isIP(servername)) {
    return ''
  }

  return servername
}

/**
 * @function
 * @template T
 * @param {T} obj
 * @returns {T}
 */
function deepClone (obj) {
  return JSON.parse(JSON.stringify(obj))
}

/**
 * @param {*} obj
 * @returns {obj is AsyncIterable}
 */
function isAsyncIterable (obj) {
  return !!(obj != null && typeof obj[Symbol.asyncIterator] === 'function')
}

/**
 * @param {*} obj
 * @returns {obj is Iterable}
 */
function isIterable (obj) {
  return !!(obj != null && (typeof obj[Symbol.iterator] === 'function' || typeof obj[Symbol.asyncIterator] === 'function'))
}

/**
 * Checks whether an object has a safe Symbol.iterator — i.e. one that is
 * either own or inherited from a non-Object.prototype chain.  This prevents
 * prototype-pollution attacks from injecting a fake iterator on
 * Object.prototype.
 * @param {object} obj
 * @returns {boolean}
 */
function hasSafeIterator (obj) {
  const prototype = Object.getPrototypeOf(obj)
  const ownIterator = Object.hasOwn(obj, Symbol.iterator)
  return ownIterator || (prototype != null && prototype !== Object.prototype && typeof obj[Symbol.iterator] === 'function')
}

/**
 * @param {Blob|Buffer|import ('stream').Stream} body
 * @returns {number|null}
 */
function bodyLength (body) {
  if (body == null) {
    return 0
  } else if (isStream(body)) {
    const state = body._readableState
    return state && state.objectMode === false && state.ended === true && Number.isFinite(state.length)
      ? state.length
      : null
  } else if (isBlobLike(body)) {
    return body.size != null ? body.size : null
  } else if (isBuffer(body)) {
    return body.byteLength
  }

  return null
}

/**
 * @param {import ('stream').Stream} body
 * @returns {boolean}
 */
function isDestroyed (body) {
  return body && !!(body.destroyed || body[kDestroyed] || (stream.isDestroyed?.(body)))
}

/**
 * @param {import ('stream').Stream} stream
 * @param {Error} [err]
 * @returns {void}
 */
function destroy (stream, err) {
  if (stream == null || !isStream(stream) || isDestroyed(stream)) {
    return
  }

  if (typeof stream.destroy === 'function') {
    if (Object.getPrototypeOf(stream).constructor === IncomingMessage) {
      // See: https://github.com/nodejs/node/pull/38505/files
      stream.socket = null
    }

    try {
      stream.destroy(err)
    } catch {
      // stream.destroy may throw on managed sockets (e.g., http2).
      // Silently ignore — the socket lifecycle is handled by the subsystem.
    }
  } else if (err) {
    queueMicrotask(() => {
      stream.emit('error', err)
    })
  }

  if (stream.destroyed !== true) {
    stream[kDestroyed] = true
  }
}

const KEEPALIVE_TIMEOUT_EXPR = /(?:^|,)[\t ]*timeout=(\d+)/i
/**
 * @param {string} val
 * @returns {number | null}
 */
function parseKeepAliveTimeout (val) {
  const m = val.match(KEEPALIVE_TIMEOUT_EXPR)
  return m ? parseInt(m[1], 10) * 1000 : null
}

/**
 * Retrieves a header name and returns its lowercase value.
 * @param {string | Buffer} value Header name
 * @returns {string}
 */
function headerNameToString (value) {
  return typeof value === 'string'
    ? headerNameLowerCasedRecord[value] ?? value.toLowerCase()
    : tree.lookup(value) ?? value.toString('latin1').toLowerCase()
}

/**
 * Receive the buffer as a string and return its lowercase value.
 * @param {Buffer} value Header name
 * @returns {string}
 */
function bufferToLowerCasedHeaderName (value) {
  return tree.lookup(value) ?? value.toString('latin1').toLowerCase()
}

/**
 * Writes a header onto a plain object without going through the
 * `Object.prototype` `__proto__` setter. Plain assignment there drops a string
 * value and, when the value is an array, replaces the object's prototype
 * instead of storing anything. Every other name is a normal assignment.
 *
 * @param {Record<string, string | string[]>} obj Accumulator to write onto
 * @param {string} key Header name
 * @param {string | string[]} value Header value
 * @returns {void}
 */
function setHeader (obj, key, value) {
  if (key === '__proto__') {
    Object.defineProperty(obj, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true
    })
  } else {
    obj[key] = value
  }
}

/**
 * @param {(Buffer | string)[]} headers
 * @param {Record<string, string | string[]>} [obj]
 * @returns {Record<string, string | string[]>}
 */
function parseHeaders (headers, obj) {
  if (obj === undefined) obj = {}

  for (let i = 0; i < headers.length; i += 2) {
    const key = headerNameToString(headers[i])
    let val = obj[key]

    if (val !== undefined) {
      if (!Object.hasOwn(obj, key)) {
        const headersValue = typeof headers[i + 1] === 'string'
          ? headers[i + 1]
          : Array.isArray(headers[i + 1])
            ? headers[i + 1].map(x => x.toString('latin1'))
            : headers[i + 1].toString('latin1')

        if (key === '__proto__') {
          Object.defineProperty(obj, key, {
            value: headersValue,
            enumerable: true,
            configurable: true,
            writable: true
          })
        } else {
          obj[key] = headersValue
        }
      } else {
        if (typeof val === 'string') {
          val = [val]
          obj[key] = val
        }
        val.push(headers[i + 1].toString('latin1'))
      }
    } else {
      const headersValue = typeof headers[i + 1] === 'string'
        ? headers[i + 1]
        : Array.isArray(headers[i + 1])
          ? headers[i + 1].map(x => x.toString('latin1'))
          : headers[i + 1].toString('latin1')

      obj[key] = headersValue
    }
  }

  return obj
}

/**
 * @param {Buffer[] | string[] | Record<string, string | string[]> | null | undefined} headers
 * @returns {string[]}
 */
function parseRawHeaders (headers) {
  if (headers == null) {
    return []
  }

  if (!Array.isArray(headers)) {
    const rawHeaders = []

    for (const [name, value] of Object.entries(headers)) {
      if (Array.isArray(value)) {
        for (const entry of value) {
          rawHeaders.push(name, `${entry}`)
        }
      } else {
        rawHeaders.push(name, `${value}`)
      }
    }

    return rawHeaders
  }

  const headersLength = headers.length
  /**
   * @type {string[]}
   */
  const ret = new Array(headersLength)

  let key
  let val

  for (let n = 0; n < headersLength; n += 2) {
    key = headers[n]
    val = headers[n + 1]

    typeof key !== 'string' && (key = key.toString())
    typeof val !== 'string' && (val = val.toString('latin1'))

    ret[n] = key
    ret[n + 1] = val
  }

  return ret
}

/**
 * @param {Record<string, string | string[]>} headers
 * @returns {Buffer[]}
 */
function toRawHeaders (headers) {
  const rawHeaders = []

  for (const [name, value] of Object.entries(headers)) {
    if (Array.isArray(value)) {
      for (const entry of value) {
        rawHeaders.push(Buffer.from(name, 'latin1'), Buffer.from(`${entry}`, 'latin1'))
      }
    } else {
      rawHeaders.push(Buffer.from(name, 'latin1'), Buffer.from(`${value}`, 'latin1'))
    }
  }

  return rawHeaders
}

/**
 * @param {string[]} headers
 * @param {Buffer[]} headers
 */
function encodeRawHeaders (headers) {
  if (!Array.isArray(headers)) {
    throw new TypeError('expected headers to be an array')
  }
  return headers.map(x => Buffer.from(x))
}

/**
 * @param {*} buffer
 * @returns {buffer is Buffer}
 */
function isBuffer (buffer) {
  // See, https://github.com/mcollina/undici/pull/319
  return buffer instanceof Uint8Array || Buffer.isBuffer(buffer)
}

/**
 * Asserts that the handler object is a request handler.
 *
 * @param {object} handler
 * @param {string} method
 * @param {string} [upgrade]
 * @returns {asserts handler is import('../api/api-request').RequestHandler}
 */
function assertRequestHandler (handler, method, upgrade) {
  if (!handler || typeof handler !== 'object') {
    throw new InvalidArgumentError('handler must be an object')
  }

  if (typeof handler.onRequestStart !== 'function') {
    throw new InvalidArgumentError('invalid onRequestStart method')
  }

  if (typeof handler.onResponseError !== 'function') {
    throw new InvalidArgumentError('invalid onResponseError method')
  }

  if (typeof handler.onBodySent !== 'function' && handler.onBodySent !== undefined) {
    throw new InvalidArgumentError('invalid onBodySent method')
  }

  if (typeof handler.onRequestSent !== 'function' && handler.onRequestSent !== undefined) {
    throw new InvalidArgumentError('invalid onRequestSent method')
  }

  if (upgrade || method === 'CONNECT') {
    if (typeof handler.onRequestUpgrade !== 'function') {
      throw new InvalidArgumentError('invalid onRequestUpgrade method')
    }
  } else {
    if (typeof handler.onResponseStart !== 'function') {
      throw new InvalidArgumentError('invalid onResponseStart method')
    }

    if (typeof handler.onResponseData !== 'function') {
      throw new InvalidArgumentError('invalid onResponseData method')
    }

    if (typeof handler.onResponseEnd !== 'function') {
      throw new InvalidArgumentError('invalid onResponseEnd method')
    }
  }
}

/**
 * A body is disturbed if it has been read from and it cannot be re-used without
 * losing state or data.
 * @param {import('node:stream').Readable} body
 * @returns {boolean}
 */
function isDisturbed (body) {
  // TODO (fix): Why is body[kBodyUsed] needed?
  return !!(body && (stream.isDisturbed(body) || body[kBodyUsed]))
}

/**
 * @typedef {object} SocketInfo
 * @property {string} [localAddress]
 * @property {number} [localPort]
 * @property {string} [remoteAddress]
 * @property {number} [remotePort]
 * @property {string} [remoteFamily]
 * @property {number} [timeout]
 * @property {number} bytesWritten
 * @property {number} bytesRead
 */

/**
 * @param {import('net').Socket} socket
 * @returns {SocketInfo}
 */
function getSocketInfo (socket) {
  return {
    localAddress: socket.localAddress,
    localPort: socket.localPort,
    remoteAddress: socket.remoteAddress,
    remotePort: socket.remotePort,
    remoteFamily: socket.remoteFamily,
    timeout: socket.timeout,
    bytesWritten: socket.bytesWritten,
    bytesRead: socket.bytesRead
  }
}

/**
 * The object should be a FormData instance and contains all the required
 * methods.
 * @param {*} object
 * @returns {object is FormData}
 */
function isFormDataLike (object) {
  return (
    object &&
    typeof object === 'object' &&
    typeof object.append === 'function' &&
    typeof object.delete === 'function' &&
    typeof object.get === 'function' &&
    typeof object.getAll === 'function' &&
    typeof object.has === 'function' &&
    typeof object.set === 'function' &&
    object[Symbol.toStringTag] === 'FormData'
  )
}

function addAbortListener (signal, listener) {
  if (!signal || 'aborted' in signal) {
    return addAbortListenerNative(signal, listener)[Symbol.dispose]
  }

  if (typeof signal.addEventListener === 'function') {
    signal.addEventListener('abort', listener, { once: true })
    return () => signal.removeEventListener('abort', listener)
  }
  signal.once('abort', listener)
  return () => signal.removeListener('abort', listener)
}

const validTokenChars = new Uint8Array([
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 0-15
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 16-31
  0, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1, 0, // 32-47 (!"#$%&'()*+,-./)
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, // 48-63 (0-9:;<=>?)
  0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 64-79 (@A-O)
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, // 80-95 (P-Z[\]^_)
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 96-111 (`a-o)
  1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0, // 112-127 (p-z{|}~)
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 128-143
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 144-159
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 160-175
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 176-191
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 192-207
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 208-223
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // 224-239
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0  // 240-255
])

/**
 * @see https://tools.ietf.org/html/rfc7230#section-3.2.6
 * @param {number} c
 * @returns {boolean}
 */
function isTokenCharCode (c) {
  return (validTokenChars[c] === 1)
}

const tokenRegExp = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/

/**
 * @param {string} characters
 * @returns {boolean}
 */
function isValidHTTPToken (characters) {
  if (characters.length >= 12) return tokenRegExp.test(characters)
  if (characters.length === 0) return false

  for (let i = 0; i < characters.length; i++) {
    if (validTokenChars[characters.charCodeAt(i)] !== 1) {
      return false
    }
  }
  return true
}

// headerCharRegex have been lifted from
// https://github.com/nodejs/node/blob/main/lib/_http_common.js

/**
 * Matches if val contains an invalid field-vchar
 *  field-value    = *( field-content / obs-fold )
 *  field-content  = field-vchar [ 1*( SP / HTAB ) field-vchar ]
 *  field-vchar    = VCHAR / obs-text
 */
const headerCharRegex = /[^\t\x20-\x7e\x80-\xff]/

/**
 * @param {string} characters
 * @returns {boolean}
 */
function isValidHeaderValue (characters) {
  return !headerCharRegex.test(characters)
}

const rangeHeaderRegex = /^bytes (\d+)-(\d+)\/(\d+|\*)?$/

/**
 * @typedef {object} RangeHeader
 * @property {number} start
 * @property {number | null} end
 * @property {number | null} size
 */

/**
 * Parse accordingly to RFC 9110
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.content-range
 * @param {string} [range]
 * @returns {RangeHeader|null}
 */
function parseRangeHeader (range) {
  if (range == null || range === '') return { start: 0, end: null, size: null }
  if (!range) return null

  const m = rangeHeaderRegex.exec(range)
  return m
    ? {
        start: parseInt(m[1]),
        end: m[2] ? parseInt(m[2]) : null,
        size: m[3] && m[3] !== '*' ? parseInt(m[3]) : null
      }
    : null
}

/**
 * @template {import("events").EventEmitter} T
 * @param {T} obj
 * @param {string} name
 * @param {(...args: any[]) => void} listener
 * @returns {T}
 */
function addListener (obj, name, listener) {
  const listeners = (obj[kListeners] ??= [])
  listeners.push([name, listener])
  obj.on(name, listener)
  return obj
}

/**
 * @template {import("events").EventEmitter} T
 * @param {T} obj
 * @returns {T}
 */
function removeAllListeners (obj) {
  if (obj[kListeners] != null) {
    for (const [name, listener] of obj[kListeners]) {
      obj.removeListener(name, listener)
    }
    obj[kListeners] = null
  }
  return obj
}

/**
 * @param {import ('../dispatcher/client')} client
 * @param {import ('../core/request')} request
 * @param {Error} err
 */
function errorRequest (client, request, err) {
  try {
    request.onResponseError(err)
    assert(request.aborted)
  } catch (err) {
    client.emit('error', err)
  }
}

/**
 * @param {WeakRef<net.Socket>} socketWeakRef
 * @param {object} opts
 * @param {number} opts.timeout
 * @param {string} opts.hostname
 * @param {number} opts.port
 * @returns {() => void}
 */
const setupConnectTimeout = process.platform === 'win32'
  ? (socketWeakRef, opts) => {
      if (!opts.timeout) {
        return noop
      }

      let s1 = null
      let s2 = null
      const fastTimer = timers.setFastTimeout(() => {
      // setImmediate is added to make sure that we prioritize socket error events over timeouts
        s1 = setImmediate(() => {
        // Windows needs an extra setImmediate probably due to implementation differences in the socket logic
          s2 = setImmediate(() => onConnectTimeout(socketWeakRef.deref(), opts))
        })
      }, opts.timeout)
      return () => {
        timers.clearFastTimeout(fastTimer)
        clearImmediate(s1)
        clearImmediate(s2)
      }
    }
  : (socketWeakRef, opts) => {
      if (!opts.timeout) {
        return noop
      }

      let s1 = null
      const fastTimer = timers.setFastTimeout(() => {
      // setImmediate is added to make sure that we prioritize socket error events over timeouts
        s1 = setImmediate(() => {
          onConnectTimeout(socketWeakRef.deref(), opts)
        })
      }, opts.timeout)
      return () => {
        timers.clearFastTimeout(fastTimer)
        clearImmediate(s1)
      }
    }

/**
 * @param {net.Socket} socket
 * @param {object} opts
 * @param {number} opts.timeout
 * @param {string} opts.hostname
 * @param {number} opts.port
 */
function onConnectTimeout (socket, opts) {
  // The socket could be already garbage collected
  if (socket == null) {
    return
  }

  let message = 'Connect Timeout Error'
  if (Array.isArray(socket.autoSelectFamilyAttemptedAddresses)) {
    message += ` (attempted addresses: ${socket.autoSelectFamilyAttemptedAddresses.join(', ')},`
  } else {
    message += ` (attempted address: ${opts.hostname}:${opts.port},`
  }

  message += ` timeout: ${opts.timeout}ms)`

  destroy(socket, new ConnectTimeoutError(message))
}

let lastUrlString = null
let lastProtocol = null

/**
 * @param {string} urlString
 * @returns {string}
 */
function getProtocolFromUrlString (urlString) {
  // Requests are typically dispatched against the same origin over and over,
  // so cache the last (urlString, protocol) pair to skip re-parsing.
  if (urlString === lastUrlString) {
    return lastProtocol
  }

  const protocol = getProtocolFromUrlStringSlow(urlString)
  lastUrlString = urlString
  lastProtocol = protocol

  return protocol
}

/**
 * @param {string} urlString
 * @returns {string}
 */
function getProtocolFromUrlStringSlow (urlString) {
  if (
    urlString[0] === 'h' &&
    urlString[1] === 't' &&
    urlString[2] === 't' &&
    urlString[3] === 'p'
  ) {
    switch (urlString[4]) {
      case ':':
        return 'http:'
      case 's':
        if (urlString[5] === ':') {
          return 'https:'
        }
    }
  }
  // fallback if none of the usual suspects
  return urlString.slice(0, urlString.indexOf(':') + 1)
}

const kEnumerableProperty = {
  __proto__: null,
  enumerable: true
}

const normalizedMethodRecordsBase = {
  delete: 'DELETE',
  DELETE: 'DELETE',
  get: 'GET',
  GET: 'GET',
  head: 'HEAD',
  HEAD: 'HEAD',
  options: 'OPTIONS',
  OPTIONS: 'OPTIONS',
  post: 'POST',
  POST: 'POST',
  put: 'PUT',
  PUT: 'PUT',
  query: 'QUERY',
  QUERY: 'QUERY'
}

const normalizedMethodRecords = {
  ...normalizedMethodRecordsBase,
  patch: 'patch',
  PATCH: 'PATCH'
}

// Note: object prototypes should not be able to be referenced. e.g. `Object#hasOwnProperty`.
Object.setPrototypeOf(normalizedMethodRecordsBase, null)
Object.setPrototypeOf(normalizedMethodRecords, null)

module.exports = {
  kEnumerableProperty,
  isDisturbed,
  isBlobLike,
  parseOrigin,
  parseURL,
  getServerName,
  isStream,
  isIterable,
  hasSafeIterator,
  isAsyncIterable,
  isDestroyed,
  headerNameToString,
  bufferToLowerCasedHeaderName,
  addListener,
  removeAllListeners,
  errorRequest,
  parseRawHeaders,
  toRawHeaders,
  encodeRawHeaders,
  parseHeaders,
  setHeader,
  parseKeepAliveTimeout,
  destroy,
  bodyLength,
  deepClone,
  isBuffer,
  assertRequestHandler,
  getSocketInfo,
  isFormDataLike,
  pathHasQueryOrFragment,
  serializePathWithQuery,
  addAbortListener,
  isValidHTTPToken,
  isValidHeaderValue,
  isTokenCharCode,
  parseRangeHeader,
  normalizedMethodRecordsBase,
  normalizedMethodRecords,
  isValidPort,
  isHttpOrHttpsPrefixed,
  safeHTTPMethods: Object.freeze(['GET', 'HEAD', 'OPTIONS', 'TRACE']),
  wrapRequestBody,
  setupConnectTimeout,
  getProtocolFromUrlString
}


/***/ }),

/***/ 6603:
/***/ ((module) => {



/**
 * This module offers an optimized timer implementation designed for scenarios
 * where high precision is not critical.
 *
 * The timer achieves faster performance by using a low-resolution approach,
 * with an accuracy target of within 500ms. This makes it particularly useful
 * for timers with delays of 1 second or more, where exact timing is less
 * crucial.
 *
 * It's important to note that Node.js timers are inherently imprecise, as
 * delays can occur due to the event loop being blocked by other operations.
 * Consequently, timers may trigger later than their scheduled time.
 */

/**
 * The fastNow variable contains the internal fast timer clock value.
 *
 * @type {number}
 */
let fastNow = 0

/**
 * RESOLUTION_MS represents the target resolution time in milliseconds.
 *
 * @type {number}
 * @default 1000
 */
const RESOLUTION_MS = 1e3

/**
 * TICK_MS defines the desired interval in milliseconds between each tick.
 * The target value is set to half the resolution time, minus 1 ms, to account
 * for potential event loop overhead.
 *
 * @type {number}
 * @default 499
 */
const TICK_MS = (RESOLUTION_MS >> 1) - 1

/**
 * fastNowTimeout is a Node.js timer used to manage and process
 * the FastTimers stored in the `fastTimers` array.
 *
 * @type {NodeJS.Timeout}
 */
let fastNowTimeout

/**
 * The kFastTimer symbol is used to identify FastTimer instances.
 *
 * @type {Symbol}
 */
const kFastTimer = Symbol('kFastTimer')

/**
 * The fastTimers array contains all active FastTimers.
 *
 * @type {FastTimer[]}
 */
const fastTimers = []

/**
 * These constants represent the various states of a FastTimer.
 */

/**
 * The `NOT_IN_LIST` constant indicates that the FastTimer is not included
 * in the `fastTimers` array. Timers with this status will not be processed
 * during the next tick by the `onTick` function.
 *
 * A FastTimer can be re-added to the `fastTimers` array by invoking the
 * `refresh` method on the FastTimer instance.
 *
 * @type {-2}
 */
const NOT_IN_LIST = -2

/**
 * The `TO_BE_CLEARED` constant indicates that the FastTimer is scheduled
 * for removal from the `fastTimers` array. A FastTimer in this state will
 * be removed in the next tick by the `onTick` function and will no longer
 * be processed.
 *
 * This status is also set when the `clear` method is called on the FastTimer instance.
 *
 * @type {-1}
 */
const TO_BE_CLEARED = -1

/**
 * The `PENDING` constant signifies that the FastTimer is awaiting processing
 * in the next tick by the `onTick` function. Timers with this status will have
 * their `_idleStart` value set and their status updated to `ACTIVE` in the next tick.
 *
 * @type {0}
 */
const PENDING = 0

/**
 * The `ACTIVE` constant indicates that the FastTimer is active and waiting
 * for its timer to expire. During the next tick, the `onTick` function will
 * check if the timer has expired, and if so, it will execute the associated callback.
 *
 * @type {1}
 */
const ACTIVE = 1

/**
 * The onTick function processes the fastTimers array.
 *
 * @returns {void}
 */
function onTick () {
  /**
   * Increment the fastNow value by the TICK_MS value, despite the actual time
   * that has passed since the last tick. This approach ensures independence
   * from the system clock and delays caused by a blocked event loop.
   *
   * @type {number}
   */
  fastNow += TICK_MS

  /**
   * The `idx` variable is used to iterate over the `fastTimers` array.
   * Expired timers are removed by replacing them with the last element in the array.
   * Consequently, `idx` is only incremented when the current element is not removed.
   *
   * @type {number}
   */
  let idx = 0

  /**
   * The len variable will contain the length of the fastTimers array
   * and will be decremented when a FastTimer should be removed from the
   * fastTimers array.
   *
   * @type {number}
   */
  let len = fastTimers.length

  while (idx < len) {
    /**
     * @type {FastTimer}
     */
    const timer = fastTimers[idx]

    // If the timer is in the ACTIVE state and the timer has expired, it will
    // be processed in the next tick.
    if (timer._state === PENDING) {
      // Set the _idleStart value to the fastNow value minus the TICK_MS value
      // to account for the time the timer was in the PENDING state.
      timer._idleStart = fastNow - TICK_MS
      timer._state = ACTIVE
    } else if (
      timer._state === ACTIVE &&
      fastNow >= timer._idleStart + timer._idleTimeout
    ) {
      timer._state = TO_BE_CLEARED
      timer._idleStart = -1
      timer._onTimeout(timer._timerArg)
    }

    if (timer._state === TO_BE_CLEARED) {
      timer._state = NOT_IN_LIST

      // Move the last element to the current index and decrement len if it is
      // not the only element in the array.
      if (--len !== 0) {
        fastTimers[idx] = fastTimers[len]
      }
    } else {
      ++idx
    }
  }

  // Set the length of the fastTimers array to the new length and thus
  // removing the excess FastTimers elements from the array.
  fastTimers.length = len

  // If there are still active FastTimers in the array, refresh the Timer.
  // If there are no active FastTimers, the timer will be refreshed again
  // when a new FastTimer is instantiated.
  if (fastTimers.length !== 0) {
    refreshTimeout()
  }
}

function refreshTimeout () {
  // If the fastNowTimeout is already set and the Timer has the refresh()-
  // method available, call it to refresh the timer.
  // Some timer objects returned by setTimeout may not have a .refresh()
  // method (e.g. mocked timers in tests).
  if (fastNowTimeout?.refresh) {
    fastNowTimeout.refresh()
    // fastNowTimeout is not instantiated yet or refresh is not availabe,
    // create a new Timer.
  } else {
    clearTimeout(fastNowTimeout)
    fastNowTimeout = setTimeout(onTick, TICK_MS)
    // If the Timer has an unref method, call it to allow the process to exit,
    // if there are no other active handles. When using fake timers or mocked
    // environments (like Jest), .unref() may not be defined,
    fastNowTimeout?.unref()
  }
}

/**
 * The `FastTimer` class is a data structure designed to store and manage
 * timer information.
 */
class FastTimer {
  [kFastTimer] = true

  /**
   * The state of the timer, which can be one of the following:
   * - NOT_IN_LIST (-2)
   * - TO_BE_CLEARED (-1)
   * - PENDING (0)
   * - ACTIVE (1)
   *
   * @type {-2|-1|0|1}
   * @private
   */
  _state = NOT_IN_LIST

  /**
   * The number of milliseconds to wait before calling the callback.
   *
   * @type {number}
   * @private
   */
  _idleTimeout = -1

  /**
   * The time in milliseconds when the timer was started. This value is used to
   * calculate when the timer should expire.
   *
   * @type {number}
   * @default -1
   * @private
   */
  _idleStart = -1

  /**
   * The function to be executed when the timer expires.
   * @type {Function}
   * @private
   */
  _onTimeout

  /**
   * The argument to be passed to the callback when the timer expires.
   *
   * @type {*}
   * @private
   */
  _timerArg

  /**
   * @constructor
   * @param {Function} callback A function to be executed after the timer
   * expires.
   * @param {number} delay The time, in milliseconds that the timer should wait
   * before the specified function or code is executed.
   * @param {*} arg
   */
  constructor (callback, delay, arg) {
    this._onTimeout = callback
    this._idleTimeout = delay
    this._timerArg = arg

    this.refresh()
  }

  /**
   * Sets the timer's start time to the current time, and reschedules the timer
   * to call its callback at the previously specified duration adjusted to the
   * current time.
   * Using this on a timer that has already called its callback will reactivate
   * the timer.
   *
   * @returns {void}
   */
  refresh () {
    // In the special case that the timer is not in the list of active timers,
    // add it back to the array to be processed in the next tick by the onTick
    // function.
    if (this._state === NOT_IN_LIST) {
      fastTimers.push(this)
    }

    // If the timer is the only active timer, refresh the fastNowTimeout for
    // better resolution.
    if (!fastNowTimeout || fastTimers.length === 1) {
      refreshTimeout()
    }

    // Setting the state to PENDING will cause the timer to be reset in the
    // next tick by the onTick function.
    this._state = PENDING
  }

  /**
   * The `clear` method cancels the timer, preventing it from executing.
   *
   * @returns {void}
   * @private
   */
  clear () {
    // Set the state to TO_BE_CLEARED to mark the timer for removal in the next
    // tick by the onTick function.
    this._state = TO_BE_CLEARED

    // Reset the _idleStart value to -1 to indicate that the timer is no longer
    // active.
    this._idleStart = -1
  }
}

/**
 * This module exports a setTimeout and clearTimeout function that can be
 * used as a drop-in replacement for the native functions.
 */
module.exports = {
  /**
   * The setTimeout() method sets a timer which executes a function once the
   * timer expires.
   * @param {Function} callback A function to be executed after the timer
   * expires.
   * @param {number} delay The time, in milliseconds that the timer should
   * wait before the specified function or code is executed.
   * @param {*} [arg] An optional argument to be passed to the callback function
   * when the timer expires.
   * @returns {NodeJS.Timeout|FastTimer}
   */
  setTimeout (callback, delay, arg) {
    // If the delay is less than or equal to the RESOLUTION_MS value return a
    // native Node.js Timer instance.
    return delay <= RESOLUTION_MS
      ? setTimeout(callback, delay, arg)
      : new FastTimer(callback, delay, arg)
  },
  /**
   * The clearTimeout method cancels an instantiated Timer previously created
   * by calling setTimeout.
   *
   * @param {NodeJS.Timeout|FastTimer} timeout
   */
  clearTimeout (timeout) {
    // If the timeout is a FastTimer, call its own clear method.
    if (timeout[kFastTimer]) {
      /**
       * @type {FastTimer}
       */
      timeout.clear()
      // Otherwise it is an instance of a native NodeJS.Timeout, so call the
      // Node.js native clearTimeout function.
    } else {
      clearTimeout(timeout)
    }
  },
  /**
   * The setFastTimeout() method sets a fastTimer which executes a function once
   * the timer expires.
   * @param {Function} callback A function to be executed after the timer
   * expires.
   * @param {number} delay The time, in milliseconds that the timer should
   * wait before the specified function or code is executed.
   * @param {*} [arg] An optional argument to be passed to the callback function
   * when the timer expires.
   * @returns {FastTimer}
   */
  setFastTimeout (callback, delay, arg) {
    return new FastTimer(callback, delay, arg)
  },
  /**
   * The clearTimeout method cancels an instantiated FastTimer previously
   * created by calling setFastTimeout.
   *
   * @param {FastTimer} timeout
   */
  clearFastTimeout (timeout) {
    timeout.clear()
  },
  /**
   * The now method returns the value of the internal fast timer clock.
   *
   * @returns {number}
   */
  now () {
    return fastNow
  },
  /**
   * Trigger the onTick function to process the fastTimers array.
   * Exported for testing purposes only.
   * Marking as deprecated to discourage any use outside of testing.
   * @deprecated
   * @param {number} [delay=0] The delay in milliseconds to add to the now value.
   */
  tick (delay = 0) {
    fastNow += delay - RESOLUTION_MS + 1
    onTick()
    onTick()
  },
  /**
   * Reset FastTimers.
   * Exported for testing purposes only.
   * Marking as deprecated to discourage any use outside of testing.
   * @deprecated
   */
  reset () {
    fastNow = 0
    fastTimers.length = 0
    clearTimeout(fastNowTimeout)
    fastNowTimeout = null
  },
  /**
   * Exporting for testing purposes only.
   * Marking as deprecated to discourage any use outside of testing.
   * @deprecated
   */
  kFastTimer
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7830:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

/***/ }),

/***/ 7997:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 6507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ji: () => (/* binding */ archiveError),
/* harmony export */   TL: () => (/* binding */ asArchiveError),
/* harmony export */   di: () => (/* binding */ ArchiveError)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7211);



const REMEDY = "Build the distribution again, and compare the size and the SHA-256 of the file with those of the build: it may have been cut or altered on the way.";
/** An archive that cannot be read. */
class ArchiveError extends _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PublishError */ .S1 {
    name = "ArchiveError";
}
/** An archive that cannot be read: names the file, says why, keeps the cause. */
function archiveError(path, problem, details = {}) {
    const filename = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
    return new ArchiveError("distribution-invalid", `${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(filename, 255)} ${problem}.`, {
        filename,
        remedy: details.remedy ?? REMEDY,
        ...(details.cause === undefined ? {} : { cause: details.cause }),
    });
}
/** Whatever a library or the file system threw, as an error that names the file; a PublishError stays what it is. */
function asArchiveError(path, kind, error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PublishError */ .S1) {
        return error;
    }
    if (isFileSystemError(error)) {
        return archiveError(path, `cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error)}`, {
            cause: error,
            remedy: "Make the file readable for the user that runs the job.",
        });
    }
    return archiveError(path, `is not a readable ${kind}: ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(error), 200)}`, { cause: error });
}
function isFileSystemError(error) {
    return typeof error === "object" && error !== null && "syscall" in error && (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) !== undefined;
}


/***/ }),

/***/ 450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ openFileSource)
/* harmony export */ });
/* unused harmony export bufferSource */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);

/** Reads below this size share a page: the directory of a large wheel is tens of thousands of small reads otherwise. */
const PAGE_BYTES = 64 * 1024;
/** Opens a file. Rejects with the error of the file system. */
async function openFileSource(path) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path);
    try {
        const { size } = await handle.stat();
        return new OpenFile(handle, size);
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/** Bytes in memory. */
function bufferSource(bytes) {
    return {
        size: bytes.length,
        read: async (start, end) => bytes.subarray(Math.max(0, start), Math.max(0, end)),
    };
}
class OpenFile {
    size;
    #handle;
    #page = Buffer.alloc(0);
    #pageStart = 0;
    constructor(handle, size) {
        this.#handle = handle;
        this.size = size;
    }
    async read(start, end, into) {
        const from = Math.max(0, start);
        const length = Math.min(end, this.size) - from;
        if (!(length > 0)) {
            return Buffer.alloc(0);
        }
        if (length > PAGE_BYTES / 2) {
            return this.#readBytes(from, length, into);
        }
        if (from < this.#pageStart || from + length > this.#pageStart + this.#page.length) {
            // Several reads may be under way: the page found is the one used, whatever becomes of the field.
            const page = await this.#readBytes(from, Math.min(PAGE_BYTES, this.size - from));
            this.#page = page;
            this.#pageStart = from;
            return page.subarray(0, length);
        }
        return this.#page.subarray(from - this.#pageStart, from - this.#pageStart + length);
    }
    close() {
        return this.#handle.close();
    }
    async #readBytes(start, length, into) {
        const buffer = into !== undefined && into.length >= length ? into : Buffer.allocUnsafe(length);
        const { bytesRead } = await this.#handle.read(buffer, 0, length, start);
        return buffer.subarray(0, bytesRead);
    }
}


/***/ }),

/***/ 8048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readGzip),
/* harmony export */   i: () => (/* binding */ gzipHeaderLength)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8522);
/* harmony import */ var _inflate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6121);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2476);



/** Far more than names in gzip headers need; a longer header is read anew, up to a bound. */
const HEADER_BYTES = 32 * 1024;
const LONG_HEADER_BYTES = 1024 * 1024;
const TRAILER_BYTES = 8;
const SHORT_READ_BYTES = 32 * 1024;
/**
 * Inflates a gzip file of one or more streams (RFC 1952), as Python's gzip
 * does, chunk by chunk. Node's own gunzip cannot be used: it drops the last data
 * before a wrong checksum, which a tar reader never gets to see as wrong.
 *
 * @param take is given each chunk, valid during the call only, and returns false to stop.
 * @throws the file system's error when the source cannot be read.
 */
async function readGzip(source, take) {
    let inflated = 0;
    let at = 0;
    let padded = false;
    for (let streams = 0; streams < _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_GZIP_STREAMS */ .Mp; streams += 1) {
        const length = await headerLength(source, at);
        if (length === undefined) {
            return streams === 0 ? "not-gzip" : await trailingEnd(source, at);
        }
        let crc = 0;
        let bytes = 0;
        const { state, consumed } = await inflateStream(source, at + length, streams > 0, (chunk) => {
            crc = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(chunk, crc);
            bytes += chunk.length;
            inflated += chunk.length;
            return take(chunk) && inflated <= _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_INFLATED_BYTES */ .Bx;
        });
        if (state !== "complete") {
            return inflated > _limits_js__WEBPACK_IMPORTED_MODULE_2__/* .MAX_INFLATED_BYTES */ .Bx ? "too-large" : state;
        }
        at += length + consumed + TRAILER_BYTES;
        const trailer = await source.read(at - TRAILER_BYTES, at);
        if (trailer.length < TRAILER_BYTES) {
            return "cut";
        }
        if (trailer.readUInt32LE(0) !== crc || trailer.readUInt32LE(4) !== bytes % 2 ** 32) {
            return "wrong-checksum";
        }
        const next = await skipZeros(source, at);
        if (next >= source.size) {
            return padded ? "padded" : "complete";
        }
        padded ||= next > at;
        at = next;
    }
    return "too-large";
}
async function headerLength(source, at) {
    const length = gzipHeaderLength(await source.read(at, at + HEADER_BYTES));
    return length === undefined || length < HEADER_BYTES
        ? length
        : gzipHeaderLength(await source.read(at, at + LONG_HEADER_BYTES));
}
/** Archives of many streams have short ones, which are inflated at once. */
async function inflateStream(source, start, oneOfMany, take) {
    const short = oneOfMany ? (0,_inflate_js__WEBPACK_IMPORTED_MODULE_1__/* .inflateShort */ .WV)(await source.read(start, start + SHORT_READ_BYTES)) : undefined;
    if (short !== undefined) {
        return { state: take(short.data) ? "complete" : "stopped", consumed: short.consumed };
    }
    return (0,_inflate_js__WEBPACK_IMPORTED_MODULE_1__/* .inflateRaw */ .wS)(source, { start, end: source.size }, take);
}
/** Whether what follows is a stream cut in its header. */
async function trailingEnd(source, at) {
    const magic = await source.read(at, at + 2);
    return magic.length === 2 && magic.readUInt16BE(0) === 0x1f8b ? "cut" : "trailing-data";
}
/** Streams may be padded with zeros. */
async function skipZeros(source, start) {
    for (let at = start; at < source.size;) {
        const bytes = await source.read(at, at + SHORT_READ_BYTES);
        const other = bytes.findIndex((byte) => byte !== 0);
        if (other >= 0 || bytes.length === 0) {
            return at + Math.max(0, other);
        }
        at += bytes.length;
    }
    return source.size;
}
/** Length of the gzip header the bytes begin with; undefined when they do not. */
function gzipHeaderLength(head) {
    if (head.length < 10 || head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8) {
        return undefined;
    }
    const flags = head.readUInt8(3);
    let at = 10;
    if ((flags & 0x04) !== 0) {
        at += at + 2 <= head.length ? 2 + head.readUInt16LE(at) : head.length;
    }
    for (const flag of [0x08, 0x10]) {
        if ((flags & flag) !== 0) {
            const end = head.indexOf(0, at);
            at = end < 0 ? head.length : end + 1;
        }
    }
    return (flags & 0x02) === 0 ? at : at + 2;
}


/***/ }),

/***/ 6121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ inflateRawRange),
/* harmony export */   WV: () => (/* binding */ inflateShort),
/* harmony export */   wS: () => (/* binding */ inflateRaw)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8522);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);
/* harmony import */ var _piece_buffers_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8774);



/** Up to here a trip to the thread pool costs more than inflating at once. */
const SYNC_INPUT_BYTES = 32 * 1024;
const SYNC_OUTPUT_BYTES = 256 * 1024;
/**
 * Inflates a raw deflate stream chunk by chunk in the thread pool; bytes behind it are left alone. Constant memory:
 * nothing is left to the garbage collector, which would let some 60 MB of used chunks gather.
 *
 * @param take is given each chunk, valid during the call only, and returns false to stop.
 * @throws the file system's error when the source cannot be read.
 */
async function inflateRaw(source, range, take) {
    const start = range.start;
    const end = Math.max(start, Math.min(range.end, source.size));
    // Flushing by Z_SYNC_FLUSH hands out what a cut stream still holds instead of failing.
    const inflate = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createInflateRaw)({ chunkSize: _piece_buffers_js__WEBPACK_IMPORTED_MODULE_2__/* .PIECE_BYTES */ .ts, finishFlush: node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.Z_SYNC_FLUSH });
    try {
        const state = await new Promise((resolve, reject) => {
            inflate.on("data", (chunk) => {
                try {
                    if (!take(chunk)) {
                        resolve("stopped");
                    }
                    freeWhenFull(chunk);
                }
                catch (error) {
                    reject(error);
                }
            });
            inflate.once("error", () => resolve("invalid"));
            inflate.once("end", () => resolve("complete"));
            feed(inflate, source, start, end).catch(reject);
        });
        const consumed = inflate.bytesWritten;
        return { state: state === "complete" && consumed >= end - start ? "cut" : state, consumed };
    }
    finally {
        inflate.destroy();
    }
}
/** Writes the source into the stream; the next piece is read while one is inflated. */
async function feed(inflate, source, start, end) {
    const buffers = (0,_piece_buffers_js__WEBPACK_IMPORTED_MODULE_2__/* .lendPieceBuffers */ .X5)();
    let at = start;
    const read = (turn) => source.read(at, Math.min(end, at + _piece_buffers_js__WEBPACK_IMPORTED_MODULE_2__/* .PIECE_BYTES */ .ts), buffers[turn % 2 === 0 ? 0 : 1]);
    let piece = await read(0);
    for (let turn = 1; piece.length > 0 && !inflate.destroyed; turn += 1) {
        at += piece.length;
        [, piece] = await Promise.all([written(inflate, piece), read(turn)]);
    }
    inflate.end();
    (0,_piece_buffers_js__WEBPACK_IMPORTED_MODULE_2__/* .returnPieceBuffers */ .o4)(buffers);
}
/** Once the stream is done with the bytes; never, when it ends before them. */
function written(inflate, chunk) {
    return new Promise((resolve) => {
        inflate.write(chunk, () => resolve());
    });
}
/** zlib fills a buffer by one chunk after another; behind the last one it takes a new buffer. */
function freeWhenFull({ buffer, byteOffset, byteLength }) {
    if ("transfer" in buffer && buffer.byteLength === _piece_buffers_js__WEBPACK_IMPORTED_MODULE_2__/* .PIECE_BYTES */ .ts && byteOffset + byteLength === _piece_buffers_js__WEBPACK_IMPORTED_MODULE_2__/* .PIECE_BYTES */ .ts) {
        buffer.transfer(0);
    }
}
/**
 * Inflates the deflate stream of one zip member, small ones at once. True
 * unless its data are invalid; a stream without its end mark passes, as it
 * does with Python: the checksum decides.
 */
async function inflateRawRange(source, member, take) {
    const { start, end, size } = member;
    if (end - start <= SYNC_INPUT_BYTES && size <= SYNC_OUTPUT_BYTES) {
        const raw = await source.read(start, end);
        try {
            take((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(raw, {
                maxOutputLength: size + 1,
                chunkSize: Math.max(64, size + 1),
                finishFlush: node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.Z_SYNC_FLUSH,
            }));
            return raw.length === end - start;
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) !== "ERR_BUFFER_TOO_LARGE") {
                return false;
            }
            // More comes out than the directory says: the stream stops where the taker has enough.
        }
    }
    const { state } = await inflateRaw(source, { start, end }, take);
    return state !== "invalid" && end <= source.size;
}
/** A whole short stream at the beginning of `raw`; undefined when it does not end there, or is no such thing. */
function inflateShort(raw) {
    try {
        const options = { maxOutputLength: SYNC_OUTPUT_BYTES, finishFlush: node_zlib__WEBPACK_IMPORTED_MODULE_0__.constants.Z_SYNC_FLUSH, info: true };
        const result = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(raw, options);
        // With nothing left over its end mark may be missing.
        return isInflated(result) && result.engine.bytesWritten < raw.length
            ? { data: result.buffer, consumed: result.engine.bytesWritten }
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** What zlib gives with the option `info`, of which its types do not know. */
function isInflated(result) {
    return typeof result === "object" && result !== null && "buffer" in result && "engine" in result;
}


/***/ }),

/***/ 2476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ MAX_INFLATED_BYTES),
/* harmony export */   Fx: () => (/* binding */ MAX_METADATA_BYTES),
/* harmony export */   Mp: () => (/* binding */ MAX_GZIP_STREAMS),
/* harmony export */   dw: () => (/* binding */ MAX_MEMBERS),
/* harmony export */   ll: () => (/* binding */ MAX_TAR_EXTENSION_BYTES),
/* harmony export */   pg: () => (/* binding */ MAX_NAME_BYTES),
/* harmony export */   qH: () => (/* binding */ MAX_LISTING_BYTES),
/* harmony export */   sb: () => (/* binding */ MAX_TAR_EXTENSIONS),
/* harmony export */   xR: () => (/* binding */ MAX_RECORD_BYTES)
/* harmony export */ });
/** Largest METADATA or PKG-INFO that is read; real ones are some KB, long readmes included. */
const MAX_METADATA_BYTES = 16 * 1024 * 1024;
/** Largest WHEEL and entry_points.txt that are read; real ones are some KB. */
const MAX_LISTING_BYTES = 1024 * 1024;
/** Largest RECORD that is compared; one line takes some 100 bytes. */
const MAX_RECORD_BYTES = 32 * 1024 * 1024;
/** Most members of an archive; the largest real wheels have some ten thousand. */
const MAX_MEMBERS = 200_000;
/** Most bytes that the names of all members may take together; they are held in memory. */
const MAX_NAME_BYTES = 32 * 1024 * 1024;
/** Most bytes that are inflated out of one archive. */
const MAX_INFLATED_BYTES = 4 * 1024 ** 3;
/** Most gzip streams in one file; some tools write one for every 64 KB, so that 6 GB stay below. */
const MAX_GZIP_STREAMS = 100_000;
/** Longest pax header or long name inside a tar archive. */
const MAX_TAR_EXTENSION_BYTES = 1024 * 1024;
/** Most long names and pax headers in front of one member; those of Python end at some 320, fewer within a server. */
const MAX_TAR_EXTENSIONS = 300;


/***/ }),

/***/ 8774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X5: () => (/* binding */ lendPieceBuffers),
/* harmony export */   o4: () => (/* binding */ returnPieceBuffers),
/* harmony export */   ts: () => (/* binding */ PIECE_BYTES)
/* harmony export */ });
/** Bytes that are read from an archive in one go. */
const PIECE_BYTES = 256 * 1024;
/** As many as were ever in use at once: archives of ten thousand members would leave gigabytes to the garbage collector. */
const idle = [];
/** Two buffers of {@link PIECE_BYTES}: one to be read into while the other is judged. */
function lendPieceBuffers() {
    return idle.pop() ?? [Buffer.allocUnsafe(PIECE_BYTES), Buffer.allocUnsafe(PIECE_BYTES)];
}
/** For the next one who asks. Only when no read into them is under way any more. */
function returnPieceBuffers(buffers) {
    idle.push(buffers);
}


/***/ }),

/***/ 4551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E_: () => (/* binding */ TAR_BLOCK_BYTES),
/* harmony export */   RO: () => (/* binding */ readTarHeader),
/* harmony export */   Su: () => (/* binding */ EXTENSION_TYPES),
/* harmony export */   Wq: () => (/* binding */ readPaxRecords),
/* harmony export */   XR: () => (/* binding */ WITHOUT_CONTENT),
/* harmony export */   Zt: () => (/* binding */ paddingOf),
/* harmony export */   fw: () => (/* binding */ readPaxNumber),
/* harmony export */   xl: () => (/* binding */ isHeaderForSome),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var _standards_python_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2440);

/** Bytes of a header, and the unit in which content is padded. */
const TAR_BLOCK_BYTES = 512;
const NUMBERS = [
    [100, 108],
    [108, 116],
    [116, 124],
    [124, 136],
    [136, 148],
    [329, 337],
    [337, 345],
];
const SIZE = 3;
/** Types without content, whatever size they state: links, devices, directories, pipes. */
const WITHOUT_CONTENT = ["1", "2", "3", "4", "5", "6"];
const LONG_NAME_TYPES = ["L", "K", "S"];
/** `end`: a block of zeros, the end mark; undefined when it is no header. */
function readTarHeader(block) {
    if (block.every((byte) => byte === 0)) {
        return "end";
    }
    const stated = readNumber(block.subarray(148, 156));
    const numbers = NUMBERS.map(([start, end]) => readNumber(block.subarray(start, end)));
    if (stated === undefined || !checksums(block).includes(stated) || numbers.includes(undefined)) {
        return undefined;
    }
    const size = numbers[SIZE] ?? 0;
    const flag = block[156] === 0 ? "0" : String.fromCharCode(block[156] ?? 0);
    const plainName = readText(block.subarray(0, 100));
    const type = block[156] === 0 && plainName.endsWith("/") ? "5" : flag;
    // Python 3.14 goes no way back; other negative numbers are those of files from before 1970.
    if (size < 0 && !WITHOUT_CONTENT.includes(type)) {
        return undefined;
    }
    const prefix = readText(block.subarray(345, 500));
    const name = type === "5" ? plainName.replace(/\/+$/, "") : plainName;
    return {
        name: prefix === "" || LONG_NAME_TYPES.includes(type) ? name : `${prefix}/${name}`,
        linkName: readText(block.subarray(157, 257)),
        type,
        size,
    };
}
/** Whether tools that ask for nothing but the checksum, and read that more freely, take the block for a header. */
function isHeaderForSome(block) {
    const stated = /^[ \t\0]*([0-7]+)/.exec(block.toString("latin1", 148, 156))?.[1];
    return stated !== undefined && checksums(block).includes(Number.parseInt(stated, 8));
}
/** The sum of all bytes with the checksum itself as spaces, and the same with signed bytes, which old tools wrote. */
function checksums(block) {
    let unsigned = 8 * 0x20;
    let high = 0;
    for (let at = 0; at < TAR_BLOCK_BYTES; at += 1) {
        const byte = at >= 148 && at < 156 ? 0 : (block[at] ?? 0);
        unsigned += byte;
        high += byte >= 0x80 ? 1 : 0;
    }
    return [unsigned, unsigned - 256 * high];
}
/** A number as Python's `tarfile.nti` reads it: octal, or binary behind a marking byte; undefined when it is neither. */
function readNumber(bytes) {
    const [first] = bytes;
    if (first === 0x80 || first === 0xff) {
        const value = BigInt(`0x${bytes.toString("hex", 1)}`);
        return Number(first === 0x80 ? value : value - (1n << BigInt(8 * (bytes.length - 1))));
    }
    // Bytes outside of ASCII are no white space here, whatever they are in Unicode.
    const text = (0,_standards_python_text_js__WEBPACK_IMPORTED_MODULE_0__/* .pythonTrim */ .PE)(bytes
        .toString("latin1")
        .replace(/\0.*$/s, "")
        .replace(/[\x80-\xff]/g, "?"));
    const octal = /^([+-]?)(?:0[oO]_?)?([0-7]+(?:_[0-7]+)*)$/.exec(text === "" ? "0" : text);
    return octal === null ? undefined : Number(`${octal[1]}1`) * Number.parseInt((octal[2] ?? "").replaceAll("_", ""), 8);
}
/** Longest number that Python's int() reads. */
const MOST_DIGITS = 4300;
/** The number in a pax record as Python's int() reads it, or 0; undefined for digits outside of ASCII, which it reads too. */
function readPaxNumber(value) {
    const text = (0,_standards_python_text_js__WEBPACK_IMPORTED_MODULE_0__/* .pythonTrim */ .PE)(value);
    if (/[^\P{Nd}0-9]/u.test(text)) {
        return undefined;
    }
    const isNumber = text.length <= MOST_DIGITS && /^[+-]?[0-9]+(?:_[0-9]+)*$/.test(text);
    return isNumber ? Number(text.replaceAll("_", "")) : 0;
}
/** Text up to the first NUL. */
function readText(bytes) {
    const end = bytes.indexOf(0);
    return bytes.toString("utf8", 0, end < 0 ? bytes.length : end);
}
/** Records of a pax extended header, padding included; undefined when they are malformed. */
function readPaxRecords(data) {
    const records = new Map();
    for (let at = 0; at < data.length && data[at] !== 0;) {
        const digits = /^[0-9]{1,20} /.exec(data.toString("latin1", at, at + 21))?.[0];
        const length = Number.parseInt(digits ?? "0", 10);
        const last = at + length - 1;
        if (digits === undefined || length < 5 || last >= data.length || data[last] !== 0x0a) {
            return undefined;
        }
        const record = data.toString("utf8", at + digits.length, last);
        const equals = record.indexOf("=");
        if (equals < 1) {
            return undefined;
        }
        records.set(record.slice(0, equals), record.slice(equals + 1));
        at += length;
    }
    return records;
}
/** Bytes between the end of the content and the next block. */
function paddingOf(size) {
    return (TAR_BLOCK_BYTES - (size % TAR_BLOCK_BYTES)) % TAR_BLOCK_BYTES;
}
/** Of headers that say something of the member behind them. */
const EXTENSION_TYPES = ["x", "X", "g", "L", "K"];


/***/ }),

/***/ 2391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  J: () => (/* binding */ TarParser)
});

// EXTERNAL MODULE: ./lib/archive/limits.js
var limits = __nccwpck_require__(2476);
// EXTERNAL MODULE: ./lib/archive/tar-header.js
var tar_header = __nccwpck_require__(4551);
;// CONCATENATED MODULE: ./lib/archive/tar-pax.js

/** The look behind keeps the time linear: a long run of slashes within a name is tried once and not from each of them. */
const FINAL_SLASHES = /(?<!\/)\/+$/;
/** As Python does for the directory that has a long name. */
function withoutSlash(member) {
    return member.type === "5" ? { ...member, name: member.name.replace(/\/$/, "") } : member;
}
const SPARSE = "GNU.sparse.";
/** The few records that change how a member is read: global ones are applied to each of very many members. */
function relevantRecords(records) {
    const kept = new Map();
    for (const [key, value] of records) {
        if (key === "path" || key === "GNU.sparse.name") {
            kept.set(key, value.replace(FINAL_SLASHES, ""));
        }
        else if (key === "linkpath" || key === "size") {
            kept.set(key, value);
        }
        if (key.startsWith(SPARSE)) {
            kept.set(SPARSE, "");
        }
    }
    return kept;
}
/** The member as pax records change it; its size is NaN where theirs is no number. */
function applyPax(member, records) {
    if (records.size === 0) {
        return member;
    }
    const size = records.get("size");
    return {
        ...member,
        name: records.get("GNU.sparse.name") ?? records.get("path") ?? member.name,
        linkName: records.get("linkpath") ?? member.linkName,
        size: size === undefined ? member.size : ((0,tar_header/* readPaxNumber */.fw)(size) ?? Number.NaN),
        sparse: member.sparse || records.has(SPARSE),
    };
}

;// CONCATENATED MODULE: ./lib/archive/tar.js



/**
 * Reads a tar archive that is pushed to it in pieces, by the rules of Python's
 * tarfile: it ends at the first block of zeros and, once there was a member, at
 * whatever is no header. Constant memory.
 */
class TarParser {
    /** The end was reached: a block of zeros, or something that is no header. */
    done = false;
    /** What ended it was no header. */
    endedByGarbage = false;
    /** The first block is a header or the end mark: Python takes the file for a tar archive (S-02). */
    recognized = false;
    /** A long name or pax header is not followed by the member it belongs to. */
    damaged = false;
    /** A long name or pax header is larger than what is held in memory. */
    tooLarge = false;
    /** More long names and pax headers in front of one member than Python gets through. */
    tooDeep = false;
    /** A global pax header gives all members names or sizes, which tools read differently. */
    globalNames = false;
    /** What ended the archive, or a block behind it, is a header to less strict tools, which go on there. */
    followed = false;
    bytes = 0;
    #enter;
    #block = Buffer.alloc(tar_header/* TAR_BLOCK_BYTES */.E_);
    #filled = 0;
    #contentLeft = 0;
    #paddingLeft = 0;
    #sink;
    /** A member whose sparse map goes on in the next block. */
    #sparse;
    #extensions = [];
    #extensionBytes = 0;
    #globalPax = new Map();
    /** `enter` is told of each member and may take its content. */
    constructor(enter) {
        this.#enter = enter;
    }
    /** Called at the end of the data: the archive stops inside a member or in front of one announced. */
    get cut() {
        return !this.done && (this.#contentLeft + this.#paddingLeft > 0 || this.#extensions.length > 0);
    }
    push(chunk) {
        this.bytes += chunk.length;
        for (let at = 0; at < chunk.length;) {
            const rest = chunk.subarray(at);
            if (this.#contentLeft > 0) {
                at += this.#takeContent(rest);
            }
            else if (this.#paddingLeft > 0) {
                const used = Math.min(this.#paddingLeft, rest.length);
                this.#paddingLeft -= used;
                at += used;
            }
            else {
                at += this.#fillBlock(rest);
            }
        }
    }
    #takeContent(rest) {
        const used = Math.min(this.#contentLeft, rest.length);
        this.#contentLeft -= used;
        this.#sink?.chunk(rest.subarray(0, used));
        if (this.#contentLeft === 0) {
            this.#sink?.end();
        }
        return used;
    }
    #fillBlock(rest) {
        const used = rest.copy(this.#block, this.#filled);
        this.#filled += used;
        if (this.#filled === tar_header/* TAR_BLOCK_BYTES */.E_) {
            this.#filled = 0;
            this.#readBlock();
        }
        return used;
    }
    #readBlock() {
        if (this.done) {
            this.followed ||= (0,tar_header/* isHeaderForSome */.xl)(this.#block);
        }
        else if (this.#sparse !== undefined) {
            this.#enterSparse(this.#sparse, 504);
        }
        else {
            this.#readHeader();
        }
    }
    #readHeader() {
        const header = (0,tar_header/* readTarHeader */.RO)(this.#block);
        if (header === "end" || header === undefined) {
            this.#finish(header === undefined);
        }
        else if (tar_header/* EXTENSION_TYPES */.Su.includes(header.type)) {
            this.#announce(header);
        }
        else {
            this.recognized = true;
            if (header.type === "S") {
                this.#enterSparse(header, 482);
            }
            else {
                this.#enterMember(header);
            }
        }
    }
    #announce({ type, size }) {
        this.#extensionBytes += size + tar_header/* TAR_BLOCK_BYTES */.E_;
        this.tooLarge = this.#extensionBytes > limits/* MAX_TAR_EXTENSION_BYTES */.ll;
        this.tooDeep = this.#extensions.length >= limits/* MAX_TAR_EXTENSIONS */.sb;
        if (this.tooLarge || this.tooDeep) {
            this.#stop();
        }
        else {
            this.#gather(size, (data) => this.#extend(type, data));
        }
    }
    /** The old sparse map of GNU tar goes on in the next block when the byte at this place is set. */
    #enterSparse(header, more) {
        this.#sparse = this.#block[more] === 0 ? undefined : header;
        if (this.#sparse === undefined) {
            this.#enterMember(header);
        }
    }
    /** Nothing that follows is read. */
    #stop() {
        this.done = true;
        this.#contentLeft = 0;
        this.#paddingLeft = 0;
    }
    #finish(garbage) {
        this.#stop();
        this.endedByGarbage = garbage;
        this.followed = garbage && (0,tar_header/* isHeaderForSome */.xl)(this.#block);
        this.damaged ||= this.#extensions.length > 0;
        // An archive without members is one all the same.
        this.recognized ||= !garbage;
    }
    #enterMember(header) {
        const member = { ...header, sparse: header.type === "S" };
        // A global header changes what is said of the member, not the place of the next one.
        let placed = { member: applyPax(member, this.#globalPax), content: header.size };
        // The outermost extension comes first and has the last word.
        for (const extension of this.#extensions.reverse()) {
            placed = extension(placed);
        }
        this.#extensions = [];
        this.#extensionBytes = 0;
        const content = tar_header/* WITHOUT_CONTENT */.XR.includes(header.type) ? 0 : placed.content;
        if (!(content >= 0)) {
            this.damaged = true;
            this.#finish(true);
            return;
        }
        // What is handed out is what lies there, whatever a global header says of the size.
        const sink = this.#enter({ ...placed.member, size: content });
        this.#expect(content, sink);
    }
    #expect(size, sink) {
        this.#sink = sink;
        this.#contentLeft = size;
        this.#paddingLeft = (0,tar_header/* paddingOf */.Zt)(size);
        if (size === 0) {
            sink?.end();
        }
    }
    /** As Python, which takes the padding for a part of it. */
    #gather(size, use) {
        const data = Buffer.alloc(size + (0,tar_header/* paddingOf */.Zt)(size));
        let filled = 0;
        this.#extensions.push((placed) => placed);
        this.#expect(data.length, {
            chunk: (bytes) => {
                filled += bytes.copy(data, filled);
            },
            end: () => use(data),
        });
    }
    /** Takes the place of the extension that {@link #gather} announced. */
    #extend(type, data) {
        this.#extensions.pop();
        if (type === "L" || type === "K") {
            const text = (0,tar_header/* readText */.yR)(data);
            const change = type === "L" ? { name: text } : { linkName: text };
            this.#extensions.push(({ member, content }) => ({ content, member: withoutSlash({ ...member, ...change }) }));
        }
        else {
            this.#extendByPax(type, data);
        }
    }
    #extendByPax(type, data) {
        const records = (0,tar_header/* readPaxRecords */.Wq)(data);
        if (records === undefined) {
            this.#finish(true);
            return;
        }
        const changes = new Map([...this.#globalPax, ...relevantRecords(records)]);
        if (type === "g") {
            this.#globalPax = changes;
            this.globalNames ||= changes.size > 0;
            this.#extensions.push((placed) => placed);
        }
        else {
            this.#extensions.push(({ member, content }) => {
                const changed = applyPax(member, changes);
                return { member: changed, content: changes.has("size") ? changed.size : content };
            });
        }
    }
}


/***/ }),

/***/ 7007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RS: () => (/* binding */ NotZip),
/* harmony export */   _4: () => (/* binding */ findZipDirectory),
/* harmony export */   hI: () => (/* binding */ ZipTooLarge),
/* harmony export */   x5: () => (/* binding */ readZipDirectory)
/* harmony export */ });
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2476);
/* harmony import */ var _zip_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6360);


/** The file is no zip archive at all (W-01). */
class NotZip extends Error {
    name = "NotZip";
}
/** The directory is larger than what is held in memory. */
class ZipTooLarge extends Error {
    name = "ZipTooLarge";
}
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const END_SIGNATURE = 0x06054b50;
const END_SIGNATURE_BYTES = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const END64_SIZE = 56;
const END64_LOCATOR_SIZE = 20;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
/**
 * Finds the central directory by the rules of Python's recogniser: an end
 * record near the end, and a directory where it says (W-01).
 *
 * @throws NotZip
 */
async function findZipDirectory(source) {
    const tailStart = Math.max(0, source.size - END_SIZE - LONGEST_COMMENT);
    const tail = await source.read(tailStart, source.size);
    const end = findEndRecord(tail);
    if (end === undefined) {
        throw new NotZip("it has no end record");
    }
    const plain = {
        disks: [tail.readUInt16LE(end + 4), tail.readUInt16LE(end + 6)],
        entryCount: tail.readUInt16LE(end + 10),
        directorySize: tail.readUInt32LE(end + 12),
        directoryOffset: tail.readUInt32LE(end + 16),
        at: tailStart + end,
    };
    const { disks, directorySize, directoryOffset, entryCount, at } = (await findZip64(source, plain.at)) ?? plain;
    const directoryStart = at - directorySize;
    const place = { directoryStart, directorySize, shift: directoryStart - directoryOffset };
    if (entryCount === 0 && directorySize === 0 && directoryOffset === 0) {
        return place;
    }
    if (disks[0] !== disks[1]) {
        throw new NotZip("it is spread over several disks");
    }
    const signature = directoryStart < 0 ? Buffer.alloc(0) : await source.read(directoryStart, directoryStart + 4);
    if (directorySize < _zip_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .CENTRAL_HEADER_BYTES */ .Im ||
        signature.length < 4 ||
        signature.readUInt32LE(0) !== DIRECTORY_SIGNATURE) {
        throw new NotZip("its directory is not where the end record says");
    }
    return place;
}
function findEndRecord(tail) {
    const last = tail.length - END_SIZE;
    if (last >= 0 && tail.readUInt32LE(last) === END_SIGNATURE && tail.readUInt16LE(last + 20) === 0) {
        return last;
    }
    const at = tail.lastIndexOf(END_SIGNATURE_BYTES);
    return at >= 0 && at <= last ? at : undefined;
}
/** The ZIP64 end record, where a locator in front of the end record leads to one; undefined where there is no locator. */
async function findZip64(source, endAt) {
    const locatorAt = endAt - END64_LOCATOR_SIZE;
    const locator = locatorAt < 0 ? Buffer.alloc(0) : Buffer.from(await source.read(locatorAt, endAt));
    if (locator.length < END64_LOCATOR_SIZE || locator.readUInt32LE(0) !== END64_LOCATOR_SIGNATURE) {
        return undefined;
    }
    if (locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1) {
        throw new NotZip("it is spread over several disks");
    }
    const stated = Number(locator.readBigUInt64LE(8));
    // Bytes in front of the archive shift the record; then it is looked for directly in front of the locator.
    const shifted = locatorAt - END64_SIZE;
    const at = (await isEnd64(source, stated)) || stated >= shifted ? stated : shifted;
    if (stated > shifted || !(await isEnd64(source, at))) {
        throw new NotZip("its ZIP64 locator leads nowhere");
    }
    const record = await source.read(at, at + END64_SIZE);
    const directorySize = record.readBigUInt64LE(40);
    const directoryOffset = record.readBigUInt64LE(48);
    const length = 12n + record.readBigUInt64LE(4);
    if (directoryOffset + directorySize !== BigInt(stated) || BigInt(at) + length !== BigInt(locatorAt)) {
        throw new NotZip("its ZIP64 end record contradicts its locator");
    }
    return {
        disks: [record.readUInt32LE(16), record.readUInt32LE(20)],
        entryCount: Number(record.readBigUInt64LE(32)),
        directorySize: Number(directorySize),
        directoryOffset: Number(directoryOffset),
        at,
    };
}
async function isEnd64(source, at) {
    const signature = await source.read(at, at + 4);
    return at + END64_SIZE <= source.size && signature.readUInt32LE(0) === END64_SIGNATURE;
}
/**
 * Reads all headers of the central directory (W-02).
 *
 * @throws ZipUnreadable where Python's reader fails, and ZipTooLarge above our own bounds.
 */
async function readZipDirectory(source, place) {
    const entries = [];
    const end = place.directoryStart + place.directorySize;
    let nameBytes = 0;
    for (let at = place.directoryStart; at < end;) {
        const fixed = await source.read(at, Math.min(end, at + _zip_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .CENTRAL_HEADER_BYTES */ .Im));
        if (fixed.length < _zip_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .CENTRAL_HEADER_BYTES */ .Im || fixed.readUInt32LE(0) !== DIRECTORY_SIGNATURE) {
            throw new _zip_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .ZipUnreadable */ .ZB("its directory holds something that is no header");
        }
        const length = _zip_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .CENTRAL_HEADER_BYTES */ .Im + fixed.readUInt16LE(28) + fixed.readUInt16LE(30) + fixed.readUInt16LE(32);
        if (at + length > end) {
            throw new _zip_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .ZipUnreadable */ .ZB("its directory stops inside a header");
        }
        nameBytes += fixed.readUInt16LE(28);
        if (entries.length >= _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_MEMBERS */ .dw || nameBytes > _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_NAME_BYTES */ .pg) {
            throw new ZipTooLarge(`has more than ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_MEMBERS */ .dw} members, or more than ${_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_NAME_BYTES */ .pg} bytes of names`);
        }
        entries.push((0,_zip_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .readEntry */ .hB)(await source.read(at, at + length), place.shift));
        at += length;
    }
    return entries;
}


/***/ }),

/***/ 6360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ CENTRAL_HEADER_BYTES),
/* harmony export */   SD: () => (/* binding */ STORED),
/* harmony export */   ZB: () => (/* binding */ ZipUnreadable),
/* harmony export */   _6: () => (/* binding */ decodeUtf8),
/* harmony export */   aE: () => (/* binding */ DEFLATED),
/* harmony export */   e4: () => (/* binding */ decodeName),
/* harmony export */   hB: () => (/* binding */ readEntry)
/* harmony export */ });
/* unused harmony export UTF8_FLAG */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8522);

/** The archive cannot be read where it has to be (W-02, W-30). */
class ZipUnreadable extends Error {
    name = "ZipUnreadable";
}
const STORED = 0;
const DEFLATED = 8;
const UTF8_FLAG = 0x800;
/** Length of a central directory header without its variable parts. */
const CENTRAL_HEADER_BYTES = 46;
const MARKER = 0xffffffff;
const BEHIND_NUL = /\0.*$/s;
const NOT_UTF8 = "a name of the directory is not UTF-8";
/** `header`: one whole central header; `shift`: bytes in front of the archive that its offsets do not count. Throws {@link ZipUnreadable}. */
function readEntry(header, shift) {
    const nameEnd = CENTRAL_HEADER_BYTES + header.readUInt16LE(28);
    const flags = header.readUInt16LE(8);
    const nameBytes = header.subarray(CENTRAL_HEADER_BYTES, nameEnd);
    const sizes = {
        size: header.readUInt32LE(24),
        compressedSize: header.readUInt32LE(20),
        offset: header.readUInt32LE(42),
    };
    const decoded = decodeName(nameBytes, flags);
    if (decoded === undefined) {
        throw new ZipUnreadable(NOT_UTF8);
    }
    const rawName = nameBytes.toString("latin1");
    // One string for both, as they mostly are.
    const ownName = decoded === rawName ? rawName : decoded;
    const extra = readExtra(header.subarray(nameEnd, nameEnd + header.readUInt16LE(30)), nameBytes, sizes);
    return {
        name: (extra.name ?? ownName).replace(BEHIND_NUL, ""),
        ownName,
        rawName,
        flags,
        method: header.readUInt16LE(10),
        crc: header.readUInt32LE(16),
        compressedSize: extra.compressedSize,
        size: extra.size,
        offset: extra.offset + shift,
        // The upper byte tells the system; Python takes the lower one.
        versionNeeded: header.readUInt8(6),
    };
}
/** Applies the ZIP64 and Unicode path fields; what is left behind the last whole field is passed over (W-02). */
function readExtra(extra, rawName, stated) {
    let sizes = stated;
    let name;
    for (let at = 0; at + 4 <= extra.length;) {
        const id = extra.readUInt16LE(at);
        const end = at + 4 + extra.readUInt16LE(at + 2);
        if (end > extra.length) {
            throw new ZipUnreadable("an extra field of the directory runs past its end");
        }
        const data = extra.subarray(at + 4, end);
        if (id === 0x0001) {
            sizes = readZip64(data, sizes);
        }
        else if (id === 0x7075) {
            name = readUnicodePath(data, rawName) ?? name;
        }
        at = end;
    }
    return { ...sizes, name };
}
function readZip64(data, stated) {
    let at = 0;
    const next = (value) => {
        if (value !== MARKER) {
            return value;
        }
        if (at + 8 > data.length) {
            throw new ZipUnreadable("a ZIP64 field of the directory is too short");
        }
        at += 8;
        return Number(data.readBigUInt64LE(at - 8));
    };
    return { size: next(stated.size), compressedSize: next(stated.compressedSize), offset: next(stated.offset) };
}
function readUnicodePath(data, rawName) {
    if (data.length < 5) {
        throw new ZipUnreadable("a Unicode path of the directory is too short");
    }
    if (data.readUInt8(0) !== 1 || data.readUInt32LE(1) !== (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(rawName) || data.length === 5) {
        return undefined;
    }
    const name = decodeUtf8(data.subarray(5));
    if (name === undefined) {
        throw new ZipUnreadable(NOT_UTF8);
    }
    return name;
}
const CODE_PAGE_437 = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
/** A name as Python decodes it by the flags beside it; undefined when it says that it is UTF-8 and is not. */
function decodeName(rawName, flags) {
    if ((flags & UTF8_FLAG) !== 0) {
        return decodeUtf8(rawName);
    }
    const text = rawName.toString("latin1");
    return text.replace(/[\u0080-\u00ff]/g, (character) => CODE_PAGE_437[character.charCodeAt(0) - 0x80] ?? character);
}
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** Text of a name; undefined when it is not UTF-8. */
function decodeUtf8(bytes) {
    try {
        return UTF8.decode(bytes);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 4376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readMember)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8522);
/* harmony import */ var _inflate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6121);
/* harmony import */ var _piece_buffers_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8774);
/* harmony import */ var _zip_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6360);




const LOCAL_HEADER_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;
/** Bits 0 (encrypted), 5 (patched data) and 6 (strong encryption). */
const UNREADABLE_FLAGS = 0x61;
/**
 * Reads one member as Python's zipfile does: placed and sized by the
 * directory, the name in front of it compared, the checksum taken over at most
 * the stated size. Constant memory; inflating stops at the stated size.
 *
 * @param boundary where the next member or the directory begins.
 */
async function readMember(source, entry, boundary, sink) {
    const header = Buffer.from(await source.read(entry.offset, entry.offset + LOCAL_HEADER_BYTES));
    if (entry.offset < 0 || header.length < LOCAL_HEADER_BYTES || header.readUInt32LE(0) !== LOCAL_SIGNATURE) {
        return { state: "elsewhere", length: "as-stated", local: undefined };
    }
    const local = { method: header.readUInt16LE(8), crc: header.readUInt32LE(14), flags: header.readUInt16LE(6) };
    const nameStart = entry.offset + LOCAL_HEADER_BYTES;
    const nameEnd = nameStart + header.readUInt16LE(26);
    const start = nameEnd + header.readUInt16LE(28);
    const end = start + entry.compressedSize;
    const failed = (state) => ({ state, length: "as-stated", local });
    if ((0,_zip_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeName */ .e4)(await source.read(nameStart, nameEnd), local.flags) !== entry.ownName) {
        return failed("elsewhere");
    }
    // Two directory headers for one place are let through, as Python does.
    if (end > boundary && boundary !== entry.offset) {
        return failed("overlapping");
    }
    if ((entry.flags & UNREADABLE_FLAGS) !== 0) {
        return failed("encrypted");
    }
    if (entry.method !== _zip_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .STORED */ .SD && entry.method !== _zip_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFLATED */ .aE) {
        return failed("other-method");
    }
    const gauge = new Gauge(entry.size, sink);
    const whole = await (entry.method === _zip_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .STORED */ .SD
        ? readStored(source, start, end, gauge)
        : (0,_inflate_js__WEBPACK_IMPORTED_MODULE_1__/* .inflateRawRange */ .Bx)(source, { start, end, size: entry.size }, (chunk) => gauge.take(chunk)));
    const intact = whole && gauge.crc === entry.crc;
    return { state: intact ? "intact" : "damaged", length: gauge.length, local };
}
class Gauge {
    crc = 0;
    #size;
    #sink;
    #bytes = 0;
    constructor(size, sink) {
        this.#size = size;
        this.#sink = sink;
    }
    get length() {
        return this.#bytes === this.#size ? "as-stated" : this.#bytes > this.#size ? "larger" : "smaller";
    }
    /** True while more is wanted. */
    take(chunk) {
        const wanted = chunk.subarray(0, Math.max(0, this.#size - this.#bytes));
        this.#bytes += chunk.length;
        if (wanted.length > 0) {
            this.crc = (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.crc32)(wanted, this.crc);
            this.#sink(wanted);
        }
        return this.#bytes <= this.#size;
    }
}
/** False when the file ends before the member does. The next piece is read while one is judged. */
async function readStored(source, start, end, gauge) {
    const buffers = (0,_piece_buffers_js__WEBPACK_IMPORTED_MODULE_3__/* .lendPieceBuffers */ .X5)();
    const read = (at, turn) => source.read(at, Math.min(end, at + _piece_buffers_js__WEBPACK_IMPORTED_MODULE_3__/* .PIECE_BYTES */ .ts), buffers[turn]);
    let turn = 0;
    let pending = start < end ? read(start, turn) : undefined;
    let at = start;
    let whole = true;
    while (pending !== undefined) {
        const piece = await pending;
        at += piece.length;
        whole = piece.length > 0;
        turn = turn === 0 ? 1 : 0;
        pending = whole && at < end ? read(at, turn) : undefined;
        if (!gauge.take(piece)) {
            await pending;
            break;
        }
    }
    (0,_piece_buffers_js__WEBPACK_IMPORTED_MODULE_3__/* .returnPieceBuffers */ .o4)(buffers);
    return whole;
}


/***/ }),

/***/ 5688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Dw: () => (/* binding */ computeDigests),
  "in": () => (/* binding */ hashAhead),
  vU: () => (/* binding */ largeFiles)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/pool.js
var pool = __nccwpck_require__(4057);
// EXTERNAL MODULE: ./lib/quote.js
var quote = __nccwpck_require__(7211);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./lib/distribution/digest-thread.js


/**
 * Hashes large files beside everything else: a gigabyte takes more than a second, in which this thread could neither
 * verify nor send. Started by the first file, and never what keeps a process alive that has nothing else to do.
 */
class DigestThread {
    #one = new pool/* Pool */.b(1);
    #worker;
    /** As `digestFile`. Files wait for each other: a disk is read best from one end to the other. */
    digest(file, { md5 = false, signal }) {
        return this.#one.run(async () => {
            signal?.throwIfAborted();
            const worker = await this.#start();
            let answer;
            worker.ref();
            try {
                answer = await ask(worker, { file, md5 }, signal);
            }
            catch (error) {
                // An answer that is not waited for any more must not be taken for that of the next file.
                this.#worker = undefined;
                await worker.terminate();
                throw error;
            }
            finally {
                worker.unref();
            }
            if (typeof answer === "object" && "failure" in answer) {
                throw Object.assign(new Error(answer.failure), { code: answer.code });
            }
            return answer;
        });
    }
    async #start() {
        const { Worker } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5919, 19));
        // From source it is TypeScript, in the bundle it is a file beside the others.
        const name = import.meta.url.endsWith(".ts") ? "digest-worker.ts" : "digest-worker.js";
        this.#worker ??= new Worker(new URL(name, import.meta.url), { execArgv: [] });
        return this.#worker;
    }
}
async function ask(worker, task, signal) {
    worker.postMessage(task);
    const [answer] = await (0,external_node_events_.once)(worker, "message", signal === undefined ? {} : { signal });
    if (answer === undefined) {
        throw new Error("the thread that hashes gave no answer");
    }
    return answer;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: ./node_modules/hash-wasm/dist/blake2b.umd.min.js
var blake2b_umd_min = __nccwpck_require__(6427);
;// CONCATENATED MODULE: ./lib/distribution/file-digests.js



const READ_BYTES = 512 * 1024;
const BLAKE2B_256_BITS = 256;
/**
 * Reads a file once, in constant memory; `changed` when it is not the one that was judged, or changes meanwhile.
 *
 * @throws the file system's error, and the reason of the signal.
 */
async function digestFile({ path, size, modifiedMs }, options) {
    const handle = await (0,promises_.open)(path);
    try {
        const { dev, ino, ...before } = await handle.stat({ bigint: true });
        if (Number(before.size) !== size || Math.abs(Number(before.mtimeNs) / 1e6 - modifiedMs) > 0.01) {
            return "changed";
        }
        const digests = await digest(handle, size, options);
        const after = await handle.stat({ bigint: true });
        const { mtimeNs, ctimeNs } = before;
        return digests?.size === size && after.mtimeNs === mtimeNs && after.ctimeNs === ctimeNs
            ? { ...digests, stamp: { dev, ino, size: before.size, mtimeNs, ctimeNs } }
            : "changed";
    }
    finally {
        await handle.close();
    }
}
/** Undefined when there are more bytes than expected: a file that grows may never end. */
async function digest(handle, expectedSize, options) {
    const sha256 = (0,external_node_crypto_.createHash)("sha256");
    const md5 = options.md5 === true ? (0,external_node_crypto_.createHash)("md5") : undefined;
    const blake = await blake2b_umd_min.createBLAKE2b(BLAKE2B_256_BITS);
    let size = 0;
    // Two buffers: the next piece is read from disk while this one is hashed.
    const bytes = Math.min(READ_BYTES, expectedSize + 1);
    const buffers = [Buffer.allocUnsafeSlow(bytes), Buffer.allocUnsafeSlow(bytes)];
    let turn = 0;
    let pending = handle.read(buffers[turn], 0, bytes, 0);
    for (;;) {
        const { buffer, bytesRead } = await pending;
        options.signal?.throwIfAborted();
        if (bytesRead === 0) {
            return {
                sha256: sha256.digest("hex"),
                blake2b256: blake.digest("hex"),
                ...(md5 !== undefined && { md5: md5.digest("hex") }),
                size,
            };
        }
        size += bytesRead;
        if (size > expectedSize) {
            return undefined;
        }
        turn = turn === 0 ? 1 : 0;
        pending = handle.read(buffers[turn], 0, bytes, size);
        const piece = buffer.subarray(0, bytesRead);
        sha256.update(piece);
        md5?.update(piece);
        blake.update(piece);
    }
}

;// CONCATENATED MODULE: ./lib/distribution/digests.js






/** From this many bytes on a file is hashed in a thread; a smaller one is hashed sooner than a thread is asked. */
const LARGE_BYTES = 8 * 1024 * 1024;
const thread = new DigestThread();
const here = new pool/* Pool */.b(2);
/** Whoever asks for the digests of a file, it is read once. */
const known = new Map();
/**
 * The digests that the upload form carries; each file is read once in a run, in constant memory, a large one in a thread
 * of its own. Asked ahead of need, they are there when they are needed.
 *
 * @throws PublishError `distribution-invalid` when the file cannot be read, changes while it is read, or is not the
 * one that was judged any more.
 */
function computeDigests(file, options = {}) {
    const { path, size, modifiedMs } = file;
    const key = JSON.stringify([path, size, modifiedMs, options.md5 === true]);
    const digests = known.get(key) ?? compute({ path, size, modifiedMs }, options);
    known.set(key, digests);
    // Whoever asked ahead of need may never come back for them.
    digests.catch(() => known.delete(key));
    return digests;
}
/** Has files hashed ahead of need, in their order. What fails is told to whoever asks for the digests. */
function hashAhead(files, options) {
    for (const file of files) {
        computeDigests(file, options).catch(() => undefined);
    }
}
/** Those that are hashed in a thread, so that what else there is to do goes on meanwhile. */
function largeFiles(files) {
    return files.filter(({ size }) => size >= LARGE_BYTES);
}
async function compute(file, options) {
    let digests;
    try {
        digests =
            file.size < LARGE_BYTES ? await here.run(() => digestFile(file, options)) : await thread.digest(file, options);
    }
    catch (error) {
        options.signal?.throwIfAborted();
        throw unreadable(file.path, error);
    }
    if (digests === "changed") {
        throw changed(file.path);
    }
    return digests;
}
function changed(path) {
    const filename = (0,external_node_path_.basename)(path);
    return new errors/* PublishError */.S1("distribution-invalid", `${(0,quote/* quote */.h)(filename, 255)} was changed after it was checked.`, {
        filename,
        remedy: "Publish only after everything that writes into the folder has ended.",
    });
}
function unreadable(path, cause) {
    const filename = (0,external_node_path_.basename)(path);
    return new errors/* PublishError */.S1("distribution-invalid", `${(0,quote/* quote */.h)(filename, 255)} cannot be read: ${(0,errors/* describeError */.Uc)(cause)}.`, {
        filename,
        cause,
        remedy: (0,errors/* codeOf */.$N)(cause) === "ENOENT"
            ? "It was there a moment ago: publish only after everything that writes into the folder has ended."
            : "Make the file readable for the user that runs the job.",
    });
}


/***/ }),

/***/ 2291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isThere),
/* harmony export */   S: () => (/* binding */ isGone)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);


/** Whether the file system says that there is nothing, or only a link that leads nowhere. */
function isGone(error) {
    return ["ENOENT", "ENOTDIR", "ELOOP"].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)(error) ?? "");
}
/** False for a link that leads nowhere. Rejects where it may not be known. */
async function isThere(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        return true;
    }
    catch (error) {
        if (isGone(error)) {
            return false;
        }
        throw error;
    }
}


/***/ }),

/***/ 2573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ releaseKey)
/* harmony export */ });
/* harmony import */ var _standards_project_name_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5735);
/* harmony import */ var _standards_version_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4842);


/** One text for all distributions of a release, however they spell project and version (index rules P-18, P-24). */
function releaseKey({ metadata: { name, version } }) {
    return JSON.stringify([(0,_standards_project_name_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeProjectName */ .yz)(name), (0,_standards_version_js__WEBPACK_IMPORTED_MODULE_0__/* .versionKey */ ._5)(version) ?? version]);
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   S1: () => (/* binding */ PublishError),
/* harmony export */   Uc: () => (/* binding */ describeError)
/* harmony export */ });
/* unused harmony export ERROR_CODES */
/**
 * Why a run ended, in a word that stays the same from release to release.
 * Every code is a heading in TROUBLESHOOTING.md.
 */
const ERROR_CODES = (/* unused pure expression or super */ null && ([
    "input-invalid",
    "no-distributions",
    "distribution-misplaced",
    "distribution-invalid",
    "identity-token-unavailable",
    "identity-token-invalid",
    "trusted-publishing-unsupported",
    "trusted-publishing-disabled",
    "trusted-publisher-refused",
    "identity-token-refused",
    "mint-token-refused",
    "index-unreachable",
    "index-answer-invalid",
    "redirect-refused",
    "credential-refused",
    "upload-forbidden",
    "upload-endpoint-wrong",
    "file-name-used",
    "release-closed",
    "file-too-large",
    "upload-refused",
    "attestations-unavailable",
    "attestation-signing-failed",
    "attestation-identity-mismatch",
    "attestation-invalid",
    "sigstore-config-invalid",
    "cancelled",
    "deadline-exceeded",
    "internal-error",
]));
/**
 * The one error that ends a run. The message says what happened to which file
 * or URL; the remedy says what to change.
 */
class PublishError extends Error {
    name = "PublishError";
    code;
    remedy;
    filename;
    constructor(code, message, details = {}) {
        super(message, details.cause === undefined ? {} : { cause: details.cause });
        this.code = code;
        this.remedy = details.remedy;
        this.filename = details.filename;
    }
}
const CAUSE_DEPTH = 8;
/** The messages of an error and of its causes, outermost first, none said twice. */
function describeError(error) {
    const messages = [];
    let current = error;
    for (let depth = 0; depth < CAUSE_DEPTH && current !== undefined && current !== null; depth += 1) {
        const message = messageOf(current);
        if (message !== "" && !messages.some((said) => said.includes(message))) {
            messages.push(message);
        }
        current = current instanceof Error ? current.cause : undefined;
    }
    return messages.join(": ");
}
function messageOf(error) {
    if (error instanceof AggregateError && error.message === "") {
        return error.errors.map(messageOf).join("; ");
    }
    if (error instanceof Error) {
        return error.message || codeOf(error) || error.name;
    }
    return String(error);
}
/** The `code` property of a system or library error (`ECONNREFUSED`, `UND_ERR_SOCKET`), if it has one. */
function codeOf(error) {
    if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") {
        return error.code;
    }
    return undefined;
}


/***/ }),

/***/ 966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   _6: () => (/* binding */ isHtml),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   yy: () => (/* binding */ answerText)
/* harmony export */ });
/* unused harmony export oneLine */
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3251);

const MAX_TEXT_CHARACTERS = 600;
/** The reason stands near the beginning; a page of unclosed tags takes the parser time by the square of their number. */
const LOOKED_AT_CHARACTERS = 65_536;
/**
 * What an index says in an answer, as one line of at most 600 characters without
 * the status. JSON (Warehouse, devpi, GitLab, Artifactory, RFC 9457), HTML, plain
 * text and a bare reason phrase all come out as the sentence a person would
 * quote; an answer that says nothing gives an empty string. What it holds of the
 * secrets that were sent is taken out.
 */
async function answerText(answer, secrets = []) {
    const reason = oneLine(answer.reason);
    const fromBody = oneLine((await bodyText(answer)).slice(0, LOOKED_AT_CHARACTERS));
    // A reason phrase of its own making (Warehouse and devpi put the text there) beats a page around it.
    if (fromBody === "" || (isHtml(answer) && !isStandardReason(reason) && reason.length > 20)) {
        return shown(reason, secrets);
    }
    return shown(fromBody, secrets);
}
async function bodyText(answer) {
    const parsed = parseJson(answer.body);
    if (parsed !== undefined) {
        return withoutStatus(sentenceOf(parsed, 0) ?? "", answer.status);
    }
    return isHtml(answer) ? htmlText(answer.body) : answer.body;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function isHtml(answer) {
    const type = String(answer.headers["content-type"] ?? "");
    return type.includes("html") || /^\s*(<!doctype html|<html)/i.test(answer.body);
}
/** Members that hold the sentence, the most telling first: Warehouse's `code` is the whole status line. */
const TELLING_MEMBERS = [
    "code",
    "detail",
    "description",
    "message",
    "error_description",
    "error",
    "errors",
    "reason",
    "title",
];
function sentenceOf(value, depth) {
    if (typeof value === "string") {
        return value.trim() === "" ? undefined : value;
    }
    if (typeof value !== "object" || value === null || depth > 3) {
        return undefined;
    }
    if (Array.isArray(value)) {
        const sentences = value.map((item) => sentenceOf(item, depth + 1)).filter((sentence) => sentence !== undefined);
        return sentences.length === 0 ? undefined : sentences.slice(0, 5).join("; ");
    }
    const members = new Map(Object.entries(value));
    const sentences = TELLING_MEMBERS.map((name) => sentenceOf(members.get(name), depth + 1)).filter((sentence) => sentence !== undefined);
    // A `code` such as "not_found" or "400 Bad Request" says less than the sentence beside it.
    return (sentences.find((sentence) => sentence.includes(" ") && !isStandardReason(withoutStatus(sentence))) ?? sentences[0]);
}
function withoutStatus(text, status) {
    const match = /^\s*(\d{3})\s+(?=\S)/.exec(text);
    return match !== null && (status === undefined || match[1] === String(status)) ? text.slice(match[0].length) : text;
}
function isStandardReason(text) {
    return /^(bad request|forbidden|unauthorized|conflict|not found|internal server error|unprocessable (entity|content)|method not allowed|ok|)$/i.test(text.trim());
}
/**
 * The text a page shows, its title left out unless there is nothing else. Where a
 * page sets one piece of text apart as preformatted, that is the reason and the
 * rest is the server's usual page around it.
 */
async function htmlText(html) {
    const { Parser } = await __nccwpck_require__.e(/* import() */ 374).then(__nccwpck_require__.bind(__nccwpck_require__, 8374));
    let hidden = 0;
    let inTitle = false;
    let inReason = false;
    let title = "";
    let text = "";
    let reason = "";
    const parser = new Parser({
        onopentagname(name) {
            hidden += isHidden(name) ? 1 : 0;
            inTitle = name === "title";
            inReason ||= name === "pre";
            text += " ";
        },
        ontext(data) {
            if (inTitle) {
                title += data;
            }
            else if (hidden === 0) {
                text += data;
                reason += inReason ? data : "";
            }
        },
        onclosetag(name) {
            hidden -= isHidden(name) ? 1 : 0;
            inTitle = false;
            inReason &&= name !== "pre";
            text += " ";
        },
    });
    parser.end(html.slice(0, LOOKED_AT_CHARACTERS));
    const candidates = [reason.trim() === "None" ? "" : reason, text, title];
    return candidates.find((candidate) => candidate.trim() !== "") ?? "";
}
function isHidden(tag) {
    return tag === "script" || tag === "style" || tag === "noscript" || tag === "svg";
}
/** Control characters and line ends of a server never reach the log. */
function oneLine(text) {
    return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
/** Text of a server as it may be shown: on one line, without secrets, of bounded length. */
function shown(text, secrets) {
    const characters = Array.from((0,_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E)(oneLine(text.slice(0, LOOKED_AT_CHARACTERS)), secrets));
    return characters.length > MAX_TEXT_CHARACTERS
        ? `${characters.slice(0, MAX_TEXT_CHARACTERS).join("")}…`
        : characters.join("");
}


/***/ }),

/***/ 44:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Sb: () => (/* binding */ ExchangeError),
/* harmony export */   UG: () => (/* binding */ AnswerTooLarge),
/* harmony export */   Zl: () => (/* binding */ failedBeforeSending)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3952);


/** An exchange that ended without a whole answer. The message says what happened to which URL. */
class ExchangeError extends Error {
    name = "ExchangeError";
    phase;
    /** What to change, where the cause says so (certificates, host names). */
    remedy;
    /** Whether another attempt would meet the same: certificates, proxies, files that changed. */
    permanent;
    constructor(url, { phase, cause, proxy }) {
        const { words, remedy, permanent } = diagnose(cause, phase === "not-sent" ? proxy : undefined);
        super(`${url.origin}${url.pathname}: ${words}`, { cause });
        this.phase = phase;
        this.remedy = remedy;
        this.permanent = permanent === true;
    }
}
/** An answer that goes on beyond what was asked for at most. */
class AnswerTooLarge extends Error {
    constructor(limitBytes) {
        super(`the answer has more than ${limitBytes} bytes`);
    }
}
const PROXY_REMEDY = "Check HTTPS_PROXY and NO_PROXY of the runner, and what the proxy lets through.";
const DIAGNOSES = new Map([
    ["ECONNREFUSED", { words: "connection refused", remedy: "Check that the address is right and the index is up." }],
    ["ENOTFOUND", { words: "host name not found", remedy: "Check the host in `repository-url` and the runner's DNS." }],
    [
        "EAI_AGAIN",
        { words: "host name could not be looked up", remedy: "Check the runner's DNS, then run the job again." },
    ],
    ["UND_ERR_PRX_CONN", { words: "the proxy closed the connection", remedy: PROXY_REMEDY }],
    ["UND_ERR_PRX_TLS", { words: "the proxy's certificate is for another host", remedy: PROXY_REMEDY, permanent: true }],
    ["ECONNRESET", { words: "the connection was reset" }],
    ["EPIPE", { words: "the other side closed the connection" }],
    ["UND_ERR_SOCKET", { words: "the other side closed the connection before the answer was complete" }],
    ["UND_ERR_CONNECT_TIMEOUT", { words: "no connection in time", remedy: "Check proxy and firewall of the runner." }],
    ["UND_ERR_HEADERS_TIMEOUT", { words: "no answer in time" }],
    ["UND_ERR_BODY_TIMEOUT", { words: "the answer stopped half way" }],
    ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", { words: "the answer was cut short" }],
    [
        "FILE_CHANGED",
        {
            words: "the file was changed after it was checked",
            remedy: "Publish only after everything that writes into the folder has ended.",
            permanent: true,
        },
    ],
    ["ENOENT", { words: "the file is not there any more", remedy: "Run the job again.", permanent: true }],
    ["ENETUNREACH", { words: "the network cannot be reached", remedy: "Check the network of the runner." }],
    ["EHOSTUNREACH", { words: "the host cannot be reached", remedy: "Check network and firewall of the runner." }],
    [
        "EPROTO",
        {
            words: "the server does not speak TLS there",
            remedy: "Check scheme and port of `repository-url`, and the proxy settings.",
            permanent: true,
        },
    ],
    [
        "CERT_HAS_EXPIRED",
        {
            words: "the server's certificate has expired",
            remedy: "The index has to renew it; also check the runner's clock.",
            permanent: true,
        },
    ],
    [
        "ERR_TLS_CERT_ALTNAME_INVALID",
        {
            words: "the server's certificate is for another host",
            remedy: "Check the host in `repository-url`.",
            permanent: true,
        },
    ],
]);
const CERTIFICATE_REMEDY = "If the index uses a private certificate authority, name its PEM file in `ca-cert`, or in the environment variable NODE_EXTRA_CA_CERTS of the job.";
function diagnose(cause, proxy) {
    if (cause instanceof _proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .ProxySettingError */ .Tl) {
        return {
            words: cause.message,
            remedy: "Name an HTTP proxy (http://HOST:PORT), or list the host in NO_PROXY.",
            permanent: true,
        };
    }
    if (cause instanceof AnswerTooLarge) {
        return { words: cause.message, permanent: true };
    }
    const refusal = proxyRefusal(cause);
    if (refusal !== undefined) {
        return refusedByProxy(refusal, proxy);
    }
    const code = innermostCode(cause);
    const known = code === undefined ? undefined : DIAGNOSES.get(code);
    if (known !== undefined) {
        return proxy === undefined || known.permanent
            ? known
            : { words: `${known.words} (by way of the proxy ${proxy})`, remedy: PROXY_REMEDY };
    }
    if (code !== undefined && CLIENT_CERTIFICATE_FAULT.test(code)) {
        return {
            words: code.includes("HANDSHAKE")
                ? `the server ended the handshake (${code}); it may ask for a client certificate`
                : `the server asks for a client certificate, or refuses the one it was shown (${code})`,
            remedy: "Name the PEM file with certificate and private key in `client-cert`.",
            permanent: true,
        };
    }
    if (code !== undefined && TLS_FAULT.test(code)) {
        return { words: `the server's certificate is not trusted (${code})`, remedy: CERTIFICATE_REMEDY, permanent: true };
    }
    return { words: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(cause) };
}
/** The status with which a proxy opens no tunnel, in undici's words. */
function proxyRefusal(cause) {
    const status = cause instanceof Error ? /^Proxy response \((\d+)\)/.exec(cause.message)?.[1] : undefined;
    return status === undefined ? undefined : Number(status);
}
function refusedByProxy(status, proxy) {
    const name = proxy === undefined ? "the proxy" : `the proxy ${proxy}`;
    if (status === 407) {
        return {
            words: `${name} asks for a user name and a password (407), or does not take those it was shown`,
            remedy: "Write them into the address of the proxy, from a secret: http://USER:PASSWORD@HOST:PORT.",
            permanent: true,
        };
    }
    // What stands behind the proxy may be out of order for a moment only.
    const passing = status === 429 || status >= 500;
    return {
        words: `${name} opens no connection (${status})`,
        remedy: PROXY_REMEDY,
        ...(!passing && { permanent: true }),
    };
}
/** undici wraps a failed connection; the code nearest the socket says most. */
function innermostCode(error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const inner = cause === undefined ? undefined : innermostCode(cause);
    if (inner !== undefined) {
        return inner;
    }
    if (error instanceof AggregateError) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$N)(error) ?? innermostCode(error.errors[0]);
    }
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$N)(error);
}
/** The last two end a request before its last byte, so the server cannot have acted on it. */
const BEFORE_SENDING = new Set([
    "ECONNREFUSED",
    "ENOTFOUND",
    "EAI_AGAIN",
    "UND_ERR_CONNECT_TIMEOUT",
    "UND_ERR_PRX_CONN",
    "UND_ERR_PRX_TLS",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "EPROTO",
    "FILE_CHANGED",
    "ENOENT",
]);
const TLS_FAULT = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|^ERR_(TLS|SSL)/;
/** Alerts of TLS with which a server answers a certificate that it wants and does not get, or gets and does not take. */
const CLIENT_CERTIFICATE_FAULT = /ALERT_(CERTIFICATE_(REQUIRED|REVOKED|EXPIRED|UNKNOWN)|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE)/;
function failedToConnect(error) {
    if (typeof error !== "object" || error === null) {
        return false;
    }
    if ("syscall" in error && (error.syscall === "connect" || error.syscall === "getaddrinfo")) {
        return true;
    }
    return "cause" in error && failedToConnect(error.cause);
}
/** Whether the failure shows that the server never saw the request. */
function failedBeforeSending(error) {
    const code = innermostCode(error) ?? "";
    return (error instanceof _proxy_js__WEBPACK_IMPORTED_MODULE_1__/* .ProxySettingError */ .Tl ||
        proxyRefusal(error) !== undefined ||
        BEFORE_SENDING.has(code) ||
        TLS_FAULT.test(code) ||
        failedToConnect(error));
}


/***/ }),

/***/ 3952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  pU: () => (/* binding */ Dispatchers),
  Tl: () => (/* binding */ ProxySettingError),
  su: () => (/* binding */ loadTransport),
  x0: () => (/* binding */ proxyHost)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/proxy.js
var lib_proxy = __nccwpck_require__(9783);
// EXTERNAL MODULE: ./node_modules/undici/lib/core/connect.js
var connect = __nccwpck_require__(9136);
;// CONCATENATED MODULE: ./lib/http/warm-connections.js

/** As long as undici keeps an idle connection: a server may close an older one in the moment it is used. */
const GOOD_FOR_MS = 4_000;
/** Connections opened ahead of need: on the way to a distant index setting one up takes as long as two requests. */
class WarmConnections {
    #connect;
    #byOrigin = new Map();
    constructor(options) {
        this.#connect = connect({ ...options, allowH2: false });
    }
    /** Opens so many; no more than will be used, since a server may wait for a request on each. */
    open({ protocol, host, hostname, port, origin }, count) {
        const warm = this.#byOrigin.get(origin) ?? [];
        this.#byOrigin.set(origin, warm);
        while (warm.length < count) {
            const { promise, resolve } = Promise.withResolvers();
            const bare = hostname.replace(/^\[(.*)\]$/, "$1");
            this.#connect({ protocol, host, hostname: bare, port }, (error, socket) => resolve(error ? undefined : socket));
            warm.push({ socket: promise, since: performance.now() });
        }
    }
    /** For undici: a connection that is there, or a new one. */
    connector = (options, callback) => {
        const warm = this.#byOrigin.get(new URL(`${options.protocol}//${options.host}`).origin)?.shift();
        if (warm === undefined) {
            this.#connect(options, callback);
            return;
        }
        warm.socket.then((socket) => {
            if (socket !== undefined && !socket.destroyed && performance.now() - warm.since < GOOD_FOR_MS) {
                callback(null, socket);
                return;
            }
            socket?.destroy();
            this.#connect(options, callback);
        }, undefined);
    };
    /** Closes those that nobody asked for. */
    close() {
        for (const { socket } of [...this.#byOrigin.values()].flat()) {
            socket.then((open) => open?.destroy(), undefined);
        }
    }
}

;// CONCATENATED MODULE: ./lib/http/proxy.js



const CONNECT_MS = 20_000;
/** A proxy that the environment names and that cannot be used. */
class ProxySettingError extends Error {
    name = "ProxySettingError";
}
/**
 * The proxy on the way to a URL, by the rule of the runner's own toolkit.
 *
 * @throws ProxySettingError when the variable holds something that is no proxy for HTTP. Its value may hold a password
 * and is not shown.
 */
function proxyFor(url) {
    const variable = url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
    let proxy;
    try {
        proxy = (0,lib_proxy/* getProxyUrl */.s)(url);
    }
    catch (error) {
        throw new ProxySettingError(`${variable} is no URL`, { cause: error });
    }
    if (proxy !== undefined && proxy.protocol !== "http:" && proxy.protocol !== "https:") {
        throw new ProxySettingError(`${variable} names a proxy of the kind ${proxy.protocol.slice(0, -1)}`);
    }
    return proxy;
}
/** Host and port of the proxy on the way to a URL; `?` for one that cannot be used, undefined where there is none. */
function proxyHost(url) {
    try {
        return proxyFor(url)?.host;
    }
    catch {
        return "?";
    }
}
/** A turn later than now, so that the connection opened ahead is under way by then. */
async function loadTransport() {
    await (0,promises_.setImmediate)();
    return Promise.all(/* import() */[__nccwpck_require__.e(99), __nccwpck_require__.e(5)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3005));
}
/**
 * One dispatcher for each proxy in use, chosen by the rule of the runner's own
 * toolkit (HTTPS_PROXY, HTTP_PROXY, NO_PROXY, loopback never proxied), so that a
 * proxy that works for GitHub's actions works here.
 */
class Dispatchers {
    #byProxy = new Map();
    #connectMs;
    #tls;
    #warm;
    /** @param pace by how much longer than usual a connection may take */
    constructor(pace, tls) {
        this.#connectMs = CONNECT_MS * pace;
        this.#tls = tls;
        this.#warm = new WarmConnections(this.#connectOptions("index"));
    }
    /** @throws ProxySettingError */
    for(url) {
        const proxy = proxyFor(url)?.href ?? "";
        const known = this.#byProxy.get(proxy);
        if (known !== undefined) {
            return known;
        }
        const dispatcher = this.#make(proxy);
        this.#byProxy.set(proxy, dispatcher);
        return dispatcher;
    }
    /** Opens connections ahead of need; a proxy is not bothered with it. */
    warm(url, count) {
        if (proxyHost(url) === undefined) {
            this.#warm.open(url, count);
        }
    }
    /** Ends every connection, those under way included. */
    async destroy() {
        this.#warm.close();
        await Promise.all([...this.#byProxy.values()].map(async (dispatcher) => (await dispatcher).destroy()));
    }
    /**
     * HTTP/1.1, as uploads are made everywhere: a connection for each that goes side by side, instead of one whose windows
     * they share, and the reason phrase, into which Warehouse and devpi put what is wrong.
     */
    async #make(proxy) {
        if (proxy === "") {
            const { directDispatcher } = await loadTransport();
            return directDispatcher(this.#warm.connector);
        }
        const { ProxyAgent } = await Promise.all(/* import() */[__nccwpck_require__.e(99), __nccwpck_require__.e(752)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6752, 19));
        const [requestTls, proxyTls] = [this.#connectOptions("index"), this.#connectOptions("proxy")];
        return new ProxyAgent({ uri: proxy, requestTls, proxyTls, allowH2: false });
    }
    #connectOptions(to) {
        return { timeout: this.#connectMs, ...(this.#tls && { secureContext: this.#tls[to] }) };
    }
}


/***/ }),

/***/ 8394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Zr: () => (/* binding */ persist),
/* harmony export */   dg: () => (/* binding */ isTransient)
/* harmony export */ });
/* unused harmony export retryAfter */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);
/* harmony import */ var _exchange_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(44);


/** Milliseconds before the second attempt; doubled for each further one. */
const FIRST_DELAY_MS = 500;
/** A longer wait is for another run of the job. */
const LONGEST_DELAY_MS = 60_000;
/** Once it has taken this many milliseconds in all, nothing is tried again. */
const LONGEST_MS = 10 * 60_000;
/** Statuses that say "not now" (index rule H-26; P-04 for 429). Everything else below 600 is an answer. */
const TRANSIENT = new Set([429, 500, 502, 503, 504]);
/**
 * An exchange that is tried again when what happened is transient and another
 * attempt can help: no or no whole answer, 429, 500, 502, 503, 504. Waits
 * longer each time, with jitter, and as long as `Retry-After` says, within bounds.
 *
 * @param makeRequest makes the request of each attempt: an identity token, say, is good for one.
 * @throws whatever makeRequest throws for the first attempt, and PublishError `redirect-refused` of that attempt.
 */
async function persist(http, makeRequest, persistence) {
    const { signal, mends } = persistence;
    const started = performance.now();
    let last;
    for (let attempts = 1;; attempts += 1) {
        let outcome;
        try {
            outcome = await attempt(http, await makeRequest());
        }
        catch (error) {
            if (last === undefined) {
                throw error;
            }
            return { ...last, stopped: error };
        }
        const uncertain = last !== undefined && (last.uncertain || mayHaveBeenActedOn(last.outcome));
        last = { outcome, attempts, uncertain };
        const mended = !(outcome instanceof _exchange_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ExchangeError */ .Sb) && !signal.aborted && (await mends?.(outcome)) === true;
        if ((attempts > http.retries && !mended) || performance.now() - started > LONGEST_MS) {
            return last;
        }
        if (!mended && !(await pause(last, persistence, http.retries + 1))) {
            return last;
        }
    }
}
/** Waits before the next attempt; false when there is to be none. */
async function pause({ outcome, attempts }, { log, signal, what }, most) {
    const delay = delayBefore(outcome, attempts);
    if (delay === undefined || signal.aborted) {
        return false;
    }
    const seconds = (delay / 1000).toFixed(1);
    log.info(`${what}: ${reason(outcome)}; trying again in ${seconds} s (attempt ${attempts + 1} of ${most}).`);
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(delay, undefined, { signal }).catch(() => undefined);
    return !signal.aborted;
}
async function attempt(http, request) {
    try {
        return await http.exchange(request);
    }
    catch (error) {
        if (error instanceof _exchange_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ExchangeError */ .Sb) {
            return error;
        }
        throw error;
    }
}
function isTransient(outcome) {
    return outcome instanceof _exchange_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ExchangeError */ .Sb ? !outcome.permanent : TRANSIENT.has(outcome.status);
}
/** Milliseconds to wait, or undefined when another attempt cannot help in this run. */
function delayBefore(outcome, attempts) {
    if (!isTransient(outcome)) {
        return undefined;
    }
    const asked = outcome instanceof _exchange_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ExchangeError */ .Sb ? undefined : retryAfter(outcome);
    if (asked !== undefined && asked > LONGEST_DELAY_MS) {
        return undefined;
    }
    const backOff = FIRST_DELAY_MS * 2 ** (attempts - 1) * (0.75 + Math.random() / 2);
    return Math.max(backOff, asked ?? 0);
}
/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, 10.2.3). */
function retryAfter({ headers }, now = Date.now()) {
    const value = headers["retry-after"];
    if (typeof value !== "string") {
        return undefined;
    }
    if (/^\d{1,9}$/.test(value.trim())) {
        return Number(value) * 1000;
    }
    const date = /[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
function mayHaveBeenActedOn(outcome) {
    return outcome instanceof _exchange_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ExchangeError */ .Sb ? outcome.phase !== "not-sent" : outcome.status >= 500;
}
function reason(outcome) {
    return outcome instanceof _exchange_error_js__WEBPACK_IMPORTED_MODULE_1__/* .ExchangeError */ .Sb ? outcome.message : `${outcome.url.host} answers ${outcome.status}`;
}


/***/ }),

/***/ 5691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5974);

// Exit code 1 stands until a settled run changes it: a promise that never settles must not end in success.
process.exitCode = 1;
// The log may be closed before the run ends; what is under way (burning the token) goes on.
process.stdout.on("error", () => undefined);
const exitCode = await (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)();
// A library's socket must not keep a finished run alive; on Windows a pipe has to drain before the exit.
process.stdout.write("", () => process.exit(exitCode));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ member)
/* harmony export */ });
/** A member of untrusted JSON; undefined where there is no such member, or nothing that could have one. */
function member(value, name) {
    return typeof value === "object" && value !== null && Object.hasOwn(value, name)
        ? Reflect.get(value, name)
        : undefined;
}


/***/ }),

/***/ 5974:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/trusted-publishing/claims.js
var trusted_publishing_claims = __nccwpck_require__(7950);
;// CONCATENATED MODULE: ./lib/attestation/mode.js

const ATTESTATION_MODES = ["auto", "true", "required", "false"];
/** What can be said before GitHub has been asked: index rules A-01 and A-08, and which indexes take attestations. */
function obstacleAtIndex({ mode, target, trustedPublishing, ownSigstore }) {
    if (!trustedPublishing) {
        return {
            reason: "a password is used, and indexes take attestations only with trusted publishing",
            remedy: "Leave `password` out to use trusted publishing.",
            surprising: false,
        };
    }
    if (target.kind === "other" && !ownSigstore && mode !== "required") {
        return {
            reason: `${target.name} is not known to take attestations`,
            remedy: "If it does, set `attestations: required`, or name its Sigstore with `sigstore-config`; if not, set `attestations: false`.",
            surprising: false,
        };
    }
    return undefined;
}
/** What the claims of the job's identity token say: the visibility of the repository, and index rule A-11. */
function obstacleInJob(mode, claims) {
    const { visibility, workflowRef, jobWorkflowRef } = claims;
    if (mode === "auto" && visibility !== "public") {
        return {
            reason: `the repository ${visibility === undefined ? "may be private" : `is ${visibility}`}, and the certificate in Sigstore's log names it to everyone`,
            remedy: "Set `attestations: true` if that may be.",
            surprising: false,
        };
    }
    if ((0,trusted_publishing_claims/* splitWorkflowRef */.dj)(workflowRef).path !== (0,trusted_publishing_claims/* splitWorkflowRef */.dj)(jobWorkflowRef).path) {
        return {
            reason: `the job stands in a called workflow (${jobWorkflowRef ?? "unknown"}, called by ${workflowRef ?? "an unknown one"}); certificates name the calling one, so the index would refuse every attestation`,
            remedy: "Publish from a job of the top-level workflow, and register that one as the trusted publisher.",
            surprising: true,
        };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/attestation/signing-identities.js

/** The audience Sigstore wants; no index accepts a token for it. */
const AUDIENCE = "sigstore";
/** Identity tokens live five minutes. */
const FRESH_MS = 60_000;
/** Identity tokens for Sigstore: each is shown once. */
class SigningIdentities {
    #tokens;
    #clock;
    #read;
    constructor(tokens, clock) {
        this.#tokens = tokens;
        this.#clock = clock;
    }
    /**
     * Claims of this job; the token they were read from is the next one that is shown, if that is soon.
     *
     * @throws PublishError `identity-token-unavailable`, `identity-token-invalid`
     */
    async claims() {
        this.#read ??= { identity: await this.#fresh(), at: this.#clock.now() };
        return this.#read.identity.claims;
    }
    /** @throws PublishError `identity-token-unavailable`, `identity-token-invalid` */
    async next() {
        const read = this.#read;
        this.#read = undefined;
        return read !== undefined && this.#clock.now() - read.at < FRESH_MS ? read.identity : this.#fresh();
    }
    async #fresh() {
        const token = await this.#tokens.identityToken(AUDIENCE);
        return { token, claims: (0,trusted_publishing_claims/* readClaims */.Ip)(token) };
    }
}

;// CONCATENATED MODULE: ./lib/attestation/attesting.js



/**
 * Finds out whether this run sends attestations, before anything else is asked of anyone.
 *
 * @returns undefined when it sends none, which is said in the log.
 * @throws PublishError `attestations-unavailable` when they are required and cannot be had,
 * `identity-token-unavailable`, `identity-token-invalid`, `sigstore-config-invalid`
 */
async function prepareAttesting(attesting) {
    const { mode } = attesting;
    if (mode === "false") {
        return undefined;
    }
    const atIndex = obstacleAtIndex({ ...attesting, ownSigstore: attesting.sigstoreConfig !== undefined });
    if (atIndex !== undefined) {
        return without(atIndex, attesting);
    }
    const identities = new SigningIdentities(attesting.identityTokens, Date);
    const claims = await identities.claims();
    const inJob = obstacleInJob(mode, claims);
    if (inJob !== undefined) {
        return without(inJob, attesting);
    }
    // A chunk of its own: a run without attestations does not load Sigstore.
    const { Attester } = await Promise.all(/* import() */[__nccwpck_require__.e(168), __nccwpck_require__.e(650)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7650));
    return Attester.open(attesting, identities, claims);
}
function without({ reason, remedy, surprising }, { mode, log }) {
    if (mode === "required") {
        throw new errors/* PublishError */.S1("attestations-unavailable", `Attestations are required and cannot be made: ${reason}.`, {
            remedy: `${remedy} Or set \`attestations: auto\` to publish without them.`,
        });
    }
    if (mode === "true" || surprising) {
        log.warning(`No attestations are made: ${reason}. ${remedy}`);
    }
    else {
        log.info(`No attestations are made: ${reason}.`);
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/http/exchange-error.js
var exchange_error = __nccwpck_require__(44);
;// CONCATENATED MODULE: ./lib/http/answer-body.js

const BODY_CAP_BYTES = 1024 * 1024;
/**
 * What there is of the body; a refusal whose page is cut is still a refusal.
 *
 * @throws ExchangeError `answer-cut` for a success that is cut, and for a body larger than the request allows.
 */
async function readBody({ url, bodyLimitBytes }, { body, statusCode }) {
    const limit = bodyLimitBytes ?? BODY_CAP_BYTES;
    const chunks = [];
    let length = 0;
    try {
        for await (const chunk of body) {
            chunks.push(chunk);
            length += chunk.length;
            if (length > limit) {
                break;
            }
        }
    }
    catch (error) {
        if (statusCode < 400) {
            throw new exchange_error/* ExchangeError */.Sb(url, { phase: "answer-cut", cause: error });
        }
    }
    if (length > limit && bodyLimitBytes !== undefined) {
        throw new exchange_error/* ExchangeError */.Sb(url, { phase: "answer-cut", cause: new exchange_error/* AnswerTooLarge */.UG(limit) });
    }
    // TextDecoder drops a byte order mark, which some servers put before JSON.
    return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, limit));
}

;// CONCATENATED MODULE: ./lib/http/exchange-limits.js
/** Milliseconds without an answer once all is sent. */
const IDLE_MS = 30_000;
/** Milliseconds in which no byte of a body finds its way out, the connection included. */
const STALLED_MS = 60_000;
/** Once an answer has begun, its rest is a few kilobytes that are on their way. */
const ANSWER_IDLE_MS = 10_000;
/** A server that sends a byte now and then is never idle. */
const ANSWER_MS = 15_000;
/**
 * The bounds of one exchange that a transport's own idle limits leave open: a total
 * time, the time in which nothing can be sent, the time between the last byte sent and the answer (informational answers
 * would refresh an idle limit for ever), the time of the whole answer, and the
 * cancellation of the run, after a time of grace where one is given.
 */
class ExchangeLimits {
    #controller = new AbortController();
    #timers = new Set();
    #undo;
    #pace;
    #body;
    #answerMs;
    #waiting;
    constructor(limits, { pace, cancelled, body }) {
        this.#pace = pace;
        this.#body = body;
        this.#answerMs = limits.answerMs ?? ANSWER_MS;
        const cancel = () => this.#after(limits.graceMs ?? 0, "the run was cancelled");
        if (cancelled.aborted) {
            cancel();
        }
        else {
            cancelled.addEventListener("abort", cancel);
        }
        const wait = () => {
            this.#waiting = this.#after((limits.idleMs ?? IDLE_MS) * pace, "no answer in time");
        };
        this.#undo = () => {
            cancelled.removeEventListener("abort", cancel);
            // An answer can come before the body has said that it has ended.
            body?.stream.removeListener("end", wait);
        };
        if (limits.totalMs !== undefined) {
            this.#after(limits.totalMs * pace, "no whole answer in time");
        }
        if (body === undefined) {
            wait();
        }
        else {
            const watch = this.#watch(body, STALLED_MS * pace);
            body.stream.once("end", () => clearInterval(watch));
            body.stream.once("end", wait);
        }
    }
    get signal() {
        return this.#controller.signal;
    }
    /** Whether it was over before anything could be sent. */
    get neverStarted() {
        return this.signal.aborted && this.#body?.stream.readableDidRead === false;
    }
    answerBegan() {
        clearTimeout(this.#waiting);
        this.#after(this.#answerMs * this.#pace, "the answer did not end in time");
    }
    end() {
        this.#undo();
        for (const timer of this.#timers) {
            clearTimeout(timer);
        }
    }
    #watch({ taken }, ms) {
        let seen = 0;
        let since = performance.now();
        const timer = setInterval(() => {
            if (taken.bytes !== seen) {
                seen = taken.bytes;
                since = performance.now();
            }
            else if (performance.now() - since > ms) {
                this.#controller.abort(new Error(seen === 0 ? "no connection in time" : "the other side stopped reading"));
            }
        }, Math.min(1000, ms / 4));
        this.#timers.add(timer);
        return timer;
    }
    #after(ms, reason) {
        if (ms === 0) {
            this.#controller.abort(new Error(reason));
            return undefined;
        }
        const timer = setTimeout(() => this.#controller.abort(new Error(reason)), ms);
        this.#timers.add(timer);
        return timer;
    }
}

// EXTERNAL MODULE: ./lib/http/proxy.js + 1 modules
var proxy = __nccwpck_require__(3952);
// EXTERNAL MODULE: ./lib/secret.js
var secret = __nccwpck_require__(3251);
;// CONCATENATED MODULE: ./lib/http/redirect.js


const MAX_REDIRECTS = 3;
/**
 * Where an answer sends the request; undefined when the answer is to be taken as it is.
 *
 * @param followed redirects followed so far
 * @throws PublishError `redirect-refused` for another origin, an address that repeats the credential, and a circle.
 */
function followRedirect(asked, answer, followed) {
    const target = redirectTarget(answer, asked.method);
    if (target === undefined) {
        return undefined;
    }
    const { origin, pathname } = answer.url;
    if (origin !== target.origin) {
        throw new RedirectRefused(answer.url, target);
    }
    assertNoEcho(asked, target);
    if (followed === MAX_REDIRECTS) {
        const from = `${origin}${pathname.slice(0, 200)}`;
        throw new errors/* PublishError */.S1("redirect-refused", `${from} redirects more than ${MAX_REDIRECTS} times.`, {
            remedy: "Check `repository-url`.",
        });
    }
    return target;
}
/**
 * A POST follows only 307 and 308: the others would turn it into a GET, and an
 * upload that became a page view looks like a success.
 */
function redirectTarget(answer, method) {
    const followed = method === "GET" ? [301, 302, 303, 307, 308] : [307, 308];
    const location = answer.headers.location;
    if (!followed.includes(answer.status) || typeof location !== "string" || !URL.canParse(location, answer.url.href)) {
        return undefined;
    }
    const target = new URL(location, answer.url);
    target.username = "";
    target.password = "";
    return target.protocol === "http:" || target.protocol === "https:" ? target : undefined;
}
/** Messages name the address that answered: one that repeats the credential would have it shown. */
function assertNoEcho({ authorization, body }, target) {
    const secrets = [
        ...(authorization === undefined ? [] : secretsIn(authorization)),
        ...(typeof body === "string" ? [new secret/* Secret */.z(body)] : []),
    ];
    if ((0,secret/* redact */.E)(target.href, secrets) !== target.href) {
        throw new errors/* PublishError */.S1("redirect-refused", `${target.origin} redirects to an address that holds the credential.`, {
            remedy: "Check `repository-url`, and that this is the index it should be.",
        });
    }
}
/** The value of an Authorization header, and the password or token in it. */
function secretsIn(authorization) {
    const login = Buffer.from(authorization.reveal().replace(/^Basic /, ""), "base64").toString();
    return [authorization, new secret/* Secret */.z(login.slice(login.indexOf(":") + 1))];
}
/** A redirect to another origin, which was not followed. */
class RedirectRefused extends errors/* PublishError */.S1 {
    name = "RedirectRefused";
    target;
    constructor(from, target) {
        super("redirect-refused", `${from.origin} redirects to another origin, ${target.origin}.`, {
            remedy: `Credentials never leave their origin. If ${target.origin} is the right index, name it in \`repository-url\`.`,
        });
        this.target = target;
    }
}

;// CONCATENATED MODULE: ./lib/http/client.js






const RETRIES = 5;
/**
 * The one way to speak HTTP: every exchange is bounded in time and size, and
 * neither credentials nor bodies follow a redirect to another origin.
 */
class HttpClient {
    /** How often an exchange may be tried again. */
    retries;
    /** By how much the limits of time are longer than usual. */
    #pace;
    #dispatchers;
    #userAgent;
    #signal;
    #trace;
    /**
     * @param signal ends every exchange under way, and all later ones at once
     * @param settings what the environment asks for, whom to trust, and who is told of every exchange
     */
    constructor(userAgent, signal, settings = {}) {
        const { idleMs = IDLE_MS, retries = RETRIES, tls, trace } = settings;
        this.#trace = trace;
        this.#userAgent = userAgent;
        this.#signal = signal;
        this.retries = retries;
        this.#pace = idleMs / IDLE_MS;
        this.#dispatchers = new proxy/* Dispatchers */.pU(this.#pace, tls);
    }
    /**
     * One request, its answer read to the end, whatever its status.
     *
     * @throws ExchangeError without a whole answer.
     * @throws PublishError `redirect-refused` when the server points to another origin.
     */
    async exchange(asked) {
        let url = asked.url;
        for (let followed = 0;; followed += 1) {
            const answer = await this.#once({ ...asked, url });
            const target = followRedirect(asked, answer, followed);
            if (target === undefined) {
                return answer;
            }
            url = target;
        }
    }
    /** Has so many connections set up by the time they are needed. They are used by whatever is asked of that origin next. */
    warm(url, count) {
        this.#dispatchers.warm(url, count);
    }
    async close() {
        await this.#dispatchers.destroy();
    }
    async #once(asked) {
        const { method, url } = asked;
        const started = performance.now();
        let outcome = "no whole answer";
        try {
            const answer = await this.#exchangeOnce(asked);
            outcome = `${answer.status}, ${Buffer.byteLength(answer.body)} bytes`;
            return answer;
        }
        finally {
            const ms = Math.round(performance.now() - started);
            this.#trace?.(`${method} ${url.origin}${url.pathname}: ${outcome}, ${ms} ms`);
        }
    }
    async #exchangeOnce(asked) {
        const body = typeof asked.body === "function" ? asked.body() : asked.body;
        const form = typeof body === "object" ? body : undefined;
        const limits = new ExchangeLimits(asked, { pace: this.#pace, cancelled: this.#signal, body: form });
        try {
            const answer = await this.#send(asked, body, limits);
            const requestSent = form === undefined || form.stream.readableEnded;
            const text = await readBody(asked, answer);
            // undici takes the connection back a turn later; what is asked next would open another.
            await (0,promises_.setImmediate)();
            const { statusCode: status, statusText: reason, headers } = answer;
            return { status, reason, headers, body: text, url: asked.url, requestSent };
        }
        finally {
            limits.end();
            form?.stream.destroy();
        }
    }
    async #send(asked, body, limits) {
        try {
            limits.signal.throwIfAborted();
            const { origin, pathname, search } = asked.url;
            const { send } = await (0,proxy/* loadTransport */.su)();
            const sending = send(await this.#dispatchers.for(asked.url), {
                origin,
                path: `${pathname}${search}`,
                method: asked.method,
                headers: this.#headers(asked, body),
                body: typeof body === "object" ? body.stream : (body ?? null),
                headersTimeout: (asked.idleMs ?? IDLE_MS) * this.#pace,
                bodyTimeout: ANSWER_IDLE_MS * this.#pace,
                signal: limits.signal,
            });
            const answer = await unlessAborted(sending, limits.signal);
            limits.answerBegan();
            return answer;
        }
        catch (error) {
            throw new exchange_error/* ExchangeError */.Sb(asked.url, {
                phase: limits.neverStarted || (0,exchange_error/* failedBeforeSending */.Zl)(error) ? "not-sent" : "unanswered",
                cause: error,
                proxy: (0,proxy/* proxyHost */.x0)(asked.url),
            });
        }
    }
    #headers(asked, body) {
        const headers = {
            accept: asked.accept,
            "accept-encoding": "identity",
            "user-agent": this.#userAgent,
        };
        if (asked.fresh === true) {
            headers["cache-control"] = "no-cache";
        }
        if (asked.authorization !== undefined) {
            headers.authorization = asked.authorization.reveal();
        }
        if (typeof body === "string") {
            headers["content-type"] = "application/json";
        }
        else if (body !== undefined) {
            headers["content-type"] = body.contentType;
            headers["content-length"] = String(body.contentLength);
        }
        return headers;
    }
}
/**
 * undici heeds the signal of a request only once it has a connection, which a silent proxy keeps it waiting for; a
 * request that has been given up by then is not sent any more.
 */
async function unlessAborted(sending, signal) {
    const { promise, reject } = Promise.withResolvers();
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort);
    try {
        return await Promise.race([sending, promise]);
    }
    catch (error) {
        sending.then(({ body }) => body.destroy()).catch(() => undefined);
        throw error;
    }
    finally {
        signal.removeEventListener("abort", abort);
    }
}

;// CONCATENATED MODULE: ./lib/http/connections.js

/**
 * @throws PublishError `input-invalid` for a certificate file that cannot be read or is not what it should be.
 */
async function openConnections(options) {
    const { userAgent, signal, settings, certificates } = options;
    const given = certificates.caCert.length + certificates.clientCert.length > 0;
    const tls = given ? await (await __nccwpck_require__.e(/* import() */ 82).then(__nccwpck_require__.bind(__nccwpck_require__, 9082))).readTlsIdentity(certificates) : undefined;
    const index = new HttpClient(userAgent, signal, { ...settings, tls });
    const github = new HttpClient(userAgent, signal, settings);
    return {
        index,
        github,
        close: async () => {
            await Promise.all([index.close(), github.close()]);
        },
    };
}

;// CONCATENATED MODULE: ./lib/input-faults.js
/** Faults show the value given, but never what stands before the @ of a URL. */
function withoutCredentials(url) {
    return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/is, "$1***@");
}
/**
 * A value in the wrong place may be a secret, and one that is shown in part escapes
 * the runner's own masking: the password and whatever looks like an API token are
 * taken out, also where a URL has made them lower case.
 */
function withoutSecrets(message, password) {
    const whole = password.reveal();
    const hidden = message.replace(/pypi-[a-z0-9_-]{8,}…?/gi, "***");
    return whole.length < 4
        ? hidden
        : [whole, whole.toLowerCase()].reduce((text, value) => text.replaceAll(value, "***"), hidden);
}

;// CONCATENATED MODULE: ./lib/input-names.js
/** Inputs that once were spelt with underscores. */
const OLDER_SPELLINGS = [
    "repository_url",
    "packages_dir",
    "verify_metadata",
    "skip_existing",
    "print_hash",
];
/** Inputs that never were, and that people who write the others so will spell alike. */
const NEVER_UNDERSCORED = [
    "check-url",
    "sigstore-config",
    "trusted-publishing",
    "dry-run",
    "max-parallel",
    "wait-for-index",
    "ca-cert",
    "client-cert",
];
/** Kept for releases in stages, by the names of PEP 694. */
const RESERVED = ["stage", "publish-session", "cancel-session"];
/**
 * What is wrong with the names in a `with:` block, as ends of "Input …". The runner only warns about names it does not
 * know, and the release that was to be tried (`dry_run`) or staged would be out. Local runners hand the inputs of a
 * composite action down to its steps: one that has the value of the right name is no harm.
 *
 * @param value what stands under a name, without white space around it; empty when nothing does
 */
function misnamed(value) {
    return [
        ...NEVER_UNDERSCORED.map((name) => [name.replaceAll("-", "_"), name])
            .filter(([spelling, name]) => value(spelling) !== "" && value(spelling) !== value(name))
            .map(([spelling, name]) => `\`${spelling}\` is not known; write \`${name}\`${orVariable(spelling)}`),
        ...RESERVED.filter((name) => value(name) !== "").map((name) => `\`${name}\` is kept for releases in stages, which this version does not make; leave it out${orVariable(name)}`),
    ];
}
/** A variable of that name, which a job may have for its scripts, cannot be told from an input. */
function orVariable(name) {
    return `, or rename the environment variable INPUT_${name.toUpperCase()} if that is what sets it`;
}

// EXTERNAL MODULE: ./lib/package-index/target.js
var package_index_target = __nccwpck_require__(6196);
;// CONCATENATED MODULE: ./lib/package-index/simple-location.js


const PUBLISHED = {
    pypi: "https://pypi.org/simple/",
    testpypi: "https://test.pypi.org/simple/",
};
const NAMES = { pypi: "PyPI", testpypi: "TestPyPI" };
/** Hosts of PyPI and TestPyPI, whatever people take from them. */
const KNOWN_HOST = /^((www|upload|files)\.)?(?<test>test\.)?(pypi\.org|pypi\.io|pypi\.python\.org)$/;
/** The Simple API behind a `check-url`, or what is wrong with it and what to write instead. */
function parseCheckUrl(value, target) {
    if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) {
        return { fault: "is not a URL; it has to begin with https://" };
    }
    const url = new URL(value);
    const { username, password } = url;
    url.username = "";
    url.password = "";
    if (url.protocol === "http:" && !(0,package_index_target/* isLoopback */.U9)(url.hostname)) {
        return {
            fault: `is plain http, which anybody on the way can change; write ${url.href.replace(/^http:/, "https:")}`,
        };
    }
    if (url.hash !== "" || url.search !== "") {
        return { fault: `has a query or a fragment; write ${url.origin}${url.pathname}` };
    }
    if (!url.pathname.endsWith("/")) {
        url.pathname += "/";
    }
    return foreignIndex(url, target) ?? uploadAddress(url, target) ?? { url, ...login(username, password) };
}
/** Another index than the one uploaded to says nothing about it. */
function foreignIndex(url, target) {
    const known = KNOWN_HOST.exec(url.hostname);
    if (known === null) {
        return undefined;
    }
    const kind = known.groups?.test === undefined ? "pypi" : "testpypi";
    if (kind !== target.kind) {
        return {
            fault: `belongs to ${NAMES[kind]}, and \`repository-url\` to ${target.name}; ${target.kind === "other" ? "give the Simple API of that index" : "leave it out"}`,
        };
    }
    const right = PUBLISHED[kind];
    return url.href === right ? undefined : { fault: `is not the Simple API; leave it out or write ${right}` };
}
function uploadAddress(url, { uploadUrl }) {
    const upload = uploadUrl.href.endsWith("/") ? uploadUrl.href : `${uploadUrl.href}/`;
    return url.href === upload || url.pathname.endsWith("/legacy/")
        ? {
            fault: "is an upload address; give the address that installers read from (pip's `--index-url`), often one that ends in /simple/",
        }
        : undefined;
}
function login(user, password) {
    if (user === "" && password === "") {
        return {};
    }
    return { login: { user: decoded(user), password: new secret/* Secret */.z(decoded(password)) } };
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/**
 * Where the index can be read, or undefined when nothing says so. The credential of the upload goes along only to
 * the origin that it is for anyway.
 */
function locateSimpleApi(publication) {
    const { target, checkUrl, trustedPublishing, uploadAuthorization, checkAuthorization } = publication;
    if (checkUrl !== undefined) {
        const { url } = checkUrl;
        const sameOrigin = url.origin === target.uploadUrl.origin;
        const authorization = checkAuthorization ?? (sameOrigin ? uploadAuthorization : undefined);
        return { url, source: "given", ...(authorization !== undefined && { authorization }) };
    }
    if (target.kind !== "other") {
        return { url: new URL(PUBLISHED[target.kind]), source: "published" };
    }
    return trustedPublishing ? { url: new URL("/simple/", target.site), source: "assumed" } : undefined;
}
/**
 * Where indexes have their Simple API as a rule, seen from the upload address: beside `legacy/` or `upload/` (pulp,
 * pypiron, Azure Artifacts), or below it (pypiserver, GitLab, Gitea, Nexus, Artifactory and others; devpi with a `+`).
 */
function guessedSimpleApis({ uploadUrl }) {
    const base = new URL(uploadUrl.origin + uploadUrl.pathname.replace(/\/?$/, "/"));
    return /\/(legacy|upload)\/$/.test(base.pathname)
        ? [new URL("../simple/", base)]
        : [new URL("simple/", base), new URL("+simple/", base)];
}

// EXTERNAL MODULE: ./lib/quote.js
var quote = __nccwpck_require__(7211);
// EXTERNAL MODULE: ./lib/trusted-publishing/credential.js
var trusted_publishing_credential = __nccwpck_require__(7210);
;// CONCATENATED MODULE: ./lib/inputs.js









/** Whether the right to upload comes from trusted publishing; an index that has it is PyPI's software. */
function usesTrustedPublishing({ user, password }) {
    return user === trusted_publishing_credential/* TOKEN_USER */.At && password.isEmpty;
}
/** Used where no password is given; insisted on; or ruled out. */
const TRUSTED_PUBLISHING_MODES = ["automatic", "always", "never"];
const DEFAULTS = {
    user: trusted_publishing_credential/* TOKEN_USER */.At,
    "repository-url": "https://upload.pypi.org/legacy/",
    "packages-dir": "dist",
    "verify-metadata": "true",
    "skip-existing": "false",
    verbose: "false",
    "print-hash": "false",
    "trusted-publishing": "automatic",
    "dry-run": "false",
    attestations: "auto",
    "max-parallel": "8",
    "wait-for-index": "60",
};
/** More connections than this from one job look like an attack to a server. */
const MOST_PARALLEL = 64;
/** An index that has not caught up after an hour is not waited for in a job that costs money. */
const LONGEST_WAIT_SECONDS = 3600;
/**
 * @throws PublishError `input-invalid`, naming every input that is wrong, its value and what is accepted.
 */
function parseInputs(read) {
    const reading = new Reading(read);
    const user = (read("user") ?? trusted_publishing_credential/* TOKEN_USER */.At).trim();
    const password = new secret/* Secret */.z((read("password") ?? "").trim());
    const target = reading.target("repository-url");
    if (target !== undefined) {
        reading.checkCredential(target, user, password);
    }
    reading.checkTrustedPublishing(reading.choice("trusted-publishing", TRUSTED_PUBLISHING_MODES), { user, password });
    const inputs = {
        user,
        password,
        checkUrl: target === undefined ? undefined : reading.checkUrl("check-url", target),
        packagesDir: reading.text("packages-dir"),
        verifyMetadata: reading.flag("verify-metadata"),
        skipExisting: reading.flag("skip-existing"),
        verbose: reading.flag("verbose"),
        printHash: reading.flag("print-hash"),
        dryRun: reading.flag("dry-run"),
        attestations: reading.choice("attestations", ATTESTATION_MODES),
        sigstoreConfig: reading.text("sigstore-config") || undefined,
        maxParallel: reading.count("max-parallel", [1, MOST_PARALLEL]),
        waitForIndex: reading.count("wait-for-index", [0, LONGEST_WAIT_SECONDS]),
        caCert: reading.lines("ca-cert"),
        clientCert: reading.lines("client-cert"),
    };
    if (target === undefined || reading.faults.length > 0) {
        throw new errors/* PublishError */.S1("input-invalid", withoutSecrets(faultMessage(reading.faults), password), {
            remedy: "Correct the `with:` block of the step.",
        });
    }
    return Object.freeze({ ...inputs, target, warnings: reading.warnings });
}
function faultMessage(faults) {
    return faults.length === 1 ? `Input ${faults[0]}.` : `${faults.length} inputs are wrong:\n- ${faults.join("\n- ")}`;
}
class Reading {
    faults;
    warnings = [];
    #read;
    constructor(read) {
        this.#read = read;
        this.faults = [...misnamed((name) => (read(name) ?? "").trim())];
    }
    /** The value under its name of today or its older spelling; a blank value counts as not given. */
    text(name) {
        const current = (this.#read(name) ?? "").trim();
        const older = OLDER_SPELLINGS.find((spelling) => spelling === name.replaceAll("-", "_"));
        const olderValue = older === undefined || older === name ? "" : (this.#read(older) ?? "").trim();
        if (older === undefined || olderValue === "") {
            return current === "" ? (DEFAULTS[name] ?? "") : current;
        }
        if (current !== "" && current !== olderValue) {
            this.warnings.push(`Both \`${name}\` and its older spelling \`${older}\` are given; \`${name}\` counts.`);
            return current;
        }
        this.warnings.push(`The input \`${older}\` is deprecated; write \`${name}\`.`);
        return olderValue;
    }
    /** Lines of the value, without those that are blank. */
    lines(name) {
        return this.text(name)
            .split("\n")
            .map((line) => line.trim())
            .filter((line) => line !== "");
    }
    flag(name) {
        const value = this.text(name);
        const lower = value.toLowerCase();
        if (lower !== "true" && lower !== "false") {
            this.faults.push(`\`${name}\` is ${(0,quote/* quote */.h)(value)}; accepted are true and false`);
        }
        return lower === "true";
    }
    /** A whole number within the given bounds. */
    count(name, [least, most]) {
        const value = this.text(name);
        const count = /^\d{1,9}$/.test(value) ? Number(value) : -1;
        if (count < least || count > most) {
            this.faults.push(`\`${name}\` is ${(0,quote/* quote */.h)(value)}; accepted are whole numbers from ${least} to ${most}`);
        }
        return count;
    }
    choice(name, choices) {
        const value = this.text(name);
        const chosen = choices.find((choice) => choice === value.toLowerCase());
        if (chosen === undefined) {
            this.faults.push(`\`${name}\` is ${(0,quote/* quote */.h)(value)}; accepted are ${choices.join(", ")}`);
        }
        return chosen ?? choices[0];
    }
    target(name) {
        const value = this.text(name);
        const parsed = (0,package_index_target/* parseTarget */.hu)(value);
        if ("fault" in parsed) {
            this.faults.push(`\`${name}\` is ${(0,quote/* quote */.h)(withoutCredentials(value), 300)}: it ${parsed.fault}`);
            return undefined;
        }
        return parsed;
    }
    checkUrl(name, target) {
        const value = this.text(name);
        if (value === "") {
            return undefined;
        }
        const parsed = parseCheckUrl(value, target);
        if ("fault" in parsed) {
            this.faults.push(`\`${name}\` is ${(0,quote/* quote */.h)(withoutCredentials(value), 300)}: it ${parsed.fault}`);
            return undefined;
        }
        return parsed;
    }
    checkTrustedPublishing(mode, given) {
        if (mode === "always" && !usesTrustedPublishing(given)) {
            this.faults.push(`\`trusted-publishing\` is always, and \`${given.password.isEmpty ? "user" : "password"}\` is given; leave \`user\` and \`password\` out, or set \`trusted-publishing: automatic\``);
        }
        if (mode === "never" && usesTrustedPublishing(given)) {
            this.faults.push("`trusted-publishing` is never, and `password` is empty; give one (if it comes from a secret, check that this job can read it)");
        }
    }
    /** What PyPI and TestPyPI are sure to refuse (index rules H-23, H-24). Other indexes have rules of their own. */
    checkCredential(target, user, password) {
        if (target.kind === "other") {
            if (password.isEmpty && user !== trusted_publishing_credential/* TOKEN_USER */.At) {
                this.warnings.push(user === ""
                    ? "`user` and `password` are both empty, so nothing identifies the uploader; leave `user` out for trusted publishing."
                    : "`user` is given and `password` is empty; is the secret set where this job runs?");
            }
            return;
        }
        if (user !== trusted_publishing_credential/* TOKEN_USER */.At) {
            this.faults.push(`\`user\` is ${user.length <= 40 ? (0,quote/* quote */.h)(user) : "a long value"}: ${target.name} takes no user names; leave \`user\` out and give an API token as \`password\`, or no password for trusted publishing`);
        }
        else if (!password.isEmpty && !password.reveal().startsWith("pypi-")) {
            this.faults.push(`\`password\` is no API token of ${target.name}: those begin with pypi-; make one in the account settings, or leave \`password\` out for trusted publishing`);
        }
    }
}

// EXTERNAL MODULE: ./lib/publish/credential.js + 2 modules
var publish_credential = __nccwpck_require__(4121);
;// CONCATENATED MODULE: ./lib/publish/ledger.js
/**
 * What has become of every distribution so far. Results are written down when they
 * happen, so that a report can be given on every way out of a run.
 */
class Ledger {
    #results = new Map();
    /** All of the release, none of it attempted yet. */
    open(distributions) {
        for (const distribution of distributions) {
            this.record({ distribution, status: "not-attempted", attested: false, attempts: 0, seconds: 0 });
        }
    }
    record(result) {
        this.#results.set(result.distribution.path, result);
    }
    /** Those that the index took in this run. */
    uploaded() {
        return this.results().filter(({ status }) => status === "uploaded");
    }
    /** In the order in which they were found. */
    results() {
        return [...this.#results.values()];
    }
}

// EXTERNAL MODULE: ./lib/http/answer-text.js
var answer_text = __nccwpck_require__(966);
// EXTERNAL MODULE: ./lib/http/retry.js
var retry = __nccwpck_require__(8394);
// EXTERNAL MODULE: ./lib/pool.js
var pool = __nccwpck_require__(4057);
// EXTERNAL MODULE: ./lib/standards/project-name.js
var project_name = __nccwpck_require__(5735);
;// CONCATENATED MODULE: ./lib/package-index/project-page.js
/** `sha256` as the indexes write it. */
const SHA256 = /^[0-9a-f]{64}$/i;
/** Major version of the Simple API that is understood (PEP 629). */
function isKnownApiVersion(version) {
    return /^1\.\d+$/.test(version);
}
/** Of a file's name, which no file system takes longer (index rule F-18), and of its address, which stands in an output. */
const LONGEST_FILENAME = 255;
const LONGEST_ADDRESS = 8192;
/** Whether a text can be the name of a file that anybody has: patterns are given no page-long text of a server. */
function isFilename(text) {
    return typeof text === "string" && text !== "" && text.length <= LONGEST_FILENAME;
}
/** The download address of a file, as its page gives it: absolute or relative to the page. */
function fileUrl(address, page) {
    if (typeof address !== "string" || address.length > LONGEST_ADDRESS || !URL.canParse(address, page.href)) {
        return undefined;
    }
    const url = new URL(address, page);
    url.hash = "";
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
}

;// CONCATENATED MODULE: ./lib/package-index/simple-html.js

/** What a file of a project is called; other links of a page lead elsewhere. */
const DISTRIBUTION = /\.(whl|tar\.gz|tgz|tar\.bz2|zip|egg)$/i;
/** The parser's work grows by the square of the elements that are open, and a page may have 32 MiB. */
const MOST_OPEN = 10_000;
const SLICE_CHARACTERS = 65_536;
/**
 * The HTML form of a project's page (PEP 503, 592, 629, 740, 792): one link a file, its SHA-256 in the fragment.
 * A page that neither lists a file nor says what it is (a login form, a web site) is no such page.
 *
 * @param url where the page came from
 */
async function parseProjectHtml(body, url) {
    const { Parser } = await __nccwpck_require__.e(/* import() */ 374).then(__nccwpck_require__.bind(__nccwpck_require__, 8374));
    const files = new Map();
    const meta = new Map();
    let open = 0;
    const parser = new Parser({
        onopentag(tag, attributes) {
            open += 1;
            const file = tag === "a" ? readLink(attributes, url) : undefined;
            if (file !== undefined) {
                files.set(file.filename, file);
            }
            if (tag === "meta" && attributes.name !== undefined) {
                meta.set(attributes.name.toLowerCase(), attributes.content ?? "");
            }
        },
        onclosetag() {
            open -= 1;
        },
    });
    for (let at = 0; at < body.length && open < MOST_OPEN; at += SLICE_CHARACTERS) {
        parser.write(body.slice(at, at + SLICE_CHARACTERS));
    }
    if (open >= MOST_OPEN) {
        return { fault: "is a page of elements that never end, not the list of a project's files" };
    }
    parser.end();
    const version = meta.get("pypi:repository-version");
    if (version !== undefined && !isKnownApiVersion(version)) {
        return { fault: "is of no version of the Simple API that is known" };
    }
    if (version === undefined && files.size === 0) {
        return { fault: "is a web page, not the list of a project's files" };
    }
    return {
        status: meta.get("pypi:project-status") || "active",
        statusReason: meta.get("pypi:project-status-reason") || undefined,
        files,
    };
}
function readLink(attributes, page) {
    const { href } = attributes;
    if (href === undefined || !URL.canParse(href, page.href)) {
        return undefined;
    }
    const { pathname, hash } = new URL(href, page);
    const filename = simple_html_decoded(pathname.slice(pathname.lastIndexOf("/") + 1));
    if (!isFilename(filename) || !DISTRIBUTION.test(filename)) {
        return undefined;
    }
    const sha256 = new URLSearchParams(hash.slice(1)).get("sha256") ?? "";
    return {
        filename,
        url: fileUrl(href, page),
        sha256: SHA256.test(sha256) ? sha256.toLowerCase() : undefined,
        size: undefined,
        uploadedAtMs: undefined,
        yanked: attributes["data-yanked"] !== undefined,
        hasProvenance: (attributes["data-provenance"] ?? "") !== "",
    };
}
function simple_html_decoded(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/package-index/simple-json.js


/**
 * The JSON form of a project's page (PEP 691, 700, 740, 792). Nothing of it is trusted: each field counts only
 * in the form the standard gives it, and a file without a name is none.
 *
 * @param url where the page came from
 */
function parseProjectJson(body, url) {
    const page = (0,answer_text/* parseJson */.qF)(body);
    if (!isRecord(page)) {
        return { fault: "is no JSON object" };
    }
    const version = isRecord(page.meta) ? page.meta["api-version"] : undefined;
    if (typeof version !== "string" || !isKnownApiVersion(version)) {
        return { fault: "is of no version of the Simple API that is known" };
    }
    if (!Array.isArray(page.files)) {
        return { fault: "has no list of files" };
    }
    const status = isRecord(page["project-status"]) ? page["project-status"] : {};
    const files = page.files.map((entry) => readFile(entry, url)).filter((file) => file !== undefined);
    return {
        status: simple_json_text(status.status) ?? "active",
        statusReason: simple_json_text(status.reason),
        files: new Map(files.map((file) => [file.filename, file])),
    };
}
function readFile(entry, page) {
    if (!isRecord(entry) || !isFilename(entry.filename)) {
        return undefined;
    }
    const sha256 = isRecord(entry.hashes) ? entry.hashes.sha256 : undefined;
    const { size, yanked, provenance } = entry;
    return {
        filename: entry.filename,
        url: fileUrl(entry.url, page),
        sha256: typeof sha256 === "string" && SHA256.test(sha256) ? sha256.toLowerCase() : undefined,
        size: typeof size === "number" && Number.isSafeInteger(size) && size >= 0 ? size : undefined,
        uploadedAtMs: time(entry["upload-time"]),
        yanked: yanked === true || (typeof yanked === "string" && yanked !== ""),
        hasProvenance: typeof provenance === "string" && provenance !== "",
    };
}
/** PEP 700: ISO 8601 in UTC, with `Z`. */
function time(value) {
    if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value)) {
        return undefined;
    }
    const milliseconds = Date.parse(value);
    return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
function simple_json_text(value) {
    return typeof value === "string" && value !== "" ? value : undefined;
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/package-index/simple-api.js










/** PEP 691: JSON where there is any; HTML from the others. */
const ACCEPT = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01";
/** Projects with tens of thousands of files have pages of some ten million bytes. */
const PAGE_LIMIT_BYTES = 32 * 1024 * 1024;
const READ_MS = 60_000;
/** Connections to one index for reading; a monorepo can have hundreds of projects. */
const READS_AT_ONCE = 16;
/** The read side of an index: which files it lists for a project, with which hashes. */
class SimpleApi {
    location;
    #http;
    #log;
    #signal;
    #pool = new pool/* Pool */.b(READS_AT_ONCE);
    #readings = new Map();
    constructor(location, http, { log, signal }) {
        this.location = location;
        this.#http = http;
        this.#log = log;
        this.#signal = signal;
    }
    /**
     * The page of a project as it was when it was first asked for in this run; reading begins with the call.
     * Never rejects: an index that cannot be read is an answer too.
     */
    project(name) {
        const normalized = (0,project_name/* normalizeProjectName */.yz)(name);
        const known = this.#readings.get(normalized);
        if (known !== undefined) {
            return known;
        }
        const reading = this.#pool.run(() => this.#read(normalized, {}));
        this.#readings.set(normalized, reading);
        return reading;
    }
    /**
     * The page of a project as it is now, caches passed by. Never rejects.
     *
     * @param withinMs milliseconds for a single attempt, for those who ask again anyway
     */
    projectNow(name, withinMs) {
        const reading = { fresh: true, ...(withinMs !== undefined && { withinMs }) };
        return this.#pool.run(() => this.#read((0,project_name/* normalizeProjectName */.yz)(name), reading));
    }
    async #read(normalized, { fresh, withinMs }) {
        const { url, authorization } = this.location;
        const request = {
            method: "GET",
            url: new URL(`${encodeURIComponent(normalized)}/`, url),
            accept: ACCEPT,
            ...(authorization !== undefined && { authorization }),
            ...(fresh !== undefined && { fresh }),
            ...(withinMs !== undefined && { totalMs: withinMs }),
            bodyLimitBytes: PAGE_LIMIT_BYTES,
            answerMs: READ_MS,
        };
        const what = `reading which files of ${normalized} the index has`;
        try {
            if (withinMs !== undefined) {
                return withoutEcho(await understand(await this.#http.exchange(request)), authorization);
            }
            const persistence = { log: this.#log, signal: this.#signal, what };
            const { outcome } = await (0,retry/* persist */.Zr)(this.#http, () => request, persistence);
            return outcome instanceof exchange_error/* ExchangeError */.Sb ? failed(outcome) : withoutEcho(await understand(outcome), authorization);
        }
        catch (error) {
            if (error instanceof exchange_error/* ExchangeError */.Sb) {
                return failed(error);
            }
            if (error instanceof RedirectRefused && isPageOf(normalized, error.target)) {
                return { kind: "no-project" };
            }
            if (error instanceof errors/* PublishError */.S1) {
                return unreadable(error.message);
            }
            throw error;
        }
    }
}
/**
 * Whether an address is that of the project elsewhere. GitLab and pypiserver send installers to PyPI for projects that
 * they do not have.
 */
function isPageOf(normalized, { pathname }) {
    const [last = ""] = pathname.split("/").filter(Boolean).slice(-1);
    return (0,project_name/* normalizeProjectName */.yz)(last) === normalized;
}
function failed({ message, permanent }) {
    return { kind: "unreadable", reason: message, lasting: permanent };
}
async function understand(answer) {
    const where = answer.url.href;
    if (answer.status === 404 || answer.status === 410) {
        return { kind: "no-project" };
    }
    if (answer.status === 401 || answer.status === 403) {
        return unreadable(`${where} answers ${answer.status}: it wants a credential that may read`);
    }
    if (answer.status !== 200) {
        return { kind: "unreadable", reason: `${where} answers ${answer.status}`, lasting: !(0,retry/* isTransient */.dg)(answer) };
    }
    const page = await parsePage(answer);
    return "fault" in page ? unreadable(`what ${where} answers ${page.fault}`) : { kind: "listed", page };
}
/** What is shown of a page, without what the index repeats of the credential that it was asked with. */
function withoutEcho(reading, authorization) {
    if (reading.kind !== "listed" || authorization === undefined) {
        return reading;
    }
    const secrets = secretsIn(authorization);
    const { status, statusReason, files } = reading.page;
    const cleaned = [...files].map(([name, file]) => {
        const echoes = file.url !== undefined && (0,secret/* redact */.E)(file.url, secrets) !== file.url;
        return [name, echoes ? { ...file, url: undefined } : file];
    });
    return {
        kind: "listed",
        page: {
            status: (0,secret/* redact */.E)(status, secrets),
            statusReason: statusReason === undefined ? undefined : (0,answer_text/* shown */.SP)(statusReason, secrets),
            files: new Map(cleaned),
        },
    };
}
async function parsePage(answer) {
    const [named = ""] = String(answer.headers["content-type"] ?? "").split(";");
    const type = named.trim().toLowerCase();
    if (type === "application/vnd.pypi.simple.v1+json" || type === "application/json") {
        return parseProjectJson(answer.body, answer.url);
    }
    if (type === "application/vnd.pypi.simple.v1+html" || type === "text/html") {
        return parseProjectHtml(answer.body, answer.url);
    }
    return { fault: "has a content type that no version of the Simple API has" };
}
function unreadable(reason) {
    return { kind: "unreadable", reason, lasting: true };
}

// EXTERNAL MODULE: ./lib/standards/version.js
var standards_version = __nccwpck_require__(4842);
;// CONCATENATED MODULE: ./lib/standards/sdist-filename.js

/**
 * All ways to read a name as `{name}-{version}.tar.gz`, the split at the last
 * hyphen first: names from before PEP 625 can have hyphens in either part
 * (`my-project-1.0-1.tar.gz`, F-06).
 */
function splitSdistFilename(filename) {
    if (!filename.endsWith(".tar.gz")) {
        return [];
    }
    const parts = filename.slice(0, -".tar.gz".length).split("-");
    return parts
        .map((_, index) => ({ name: parts.slice(0, index).join("-"), version: parts.slice(index).join("-") }))
        .filter(({ name, version }) => name !== "" && (0,standards_version/* parseVersion */.ot)(version) !== undefined)
        .reverse();
}

;// CONCATENATED MODULE: ./lib/publish/read-side.js




/** Opens the read side of an index; credentials that go along are masked before. */
function openReadSide({ target, checkUrl, trustedPublishing, user, password }, { http, log, signal }) {
    const masked = (credential) => {
        for (const form of (0,trusted_publishing_credential/* secretForms */.eo)(credential)) {
            log.mask(form);
        }
        return (0,trusted_publishing_credential/* authorization */.it)(credential);
    };
    const login = checkUrl?.login;
    const uploadAuthorization = trustedPublishing ? undefined : masked((0,trusted_publishing_credential/* givenCredential */.FV)(user, password));
    const checkAuthorization = login === undefined ? undefined : masked({ kind: "basic", ...login });
    const open = (location) => new SimpleApi(location, http, { log, signal });
    const known = locateSimpleApi({ target, checkUrl, trustedPublishing, uploadAuthorization, checkAuthorization });
    if (known !== undefined) {
        const simpleApi = open(known);
        return { simpleApi, readers: [simpleApi] };
    }
    const authorized = uploadAuthorization === undefined ? {} : { authorization: uploadAuthorization };
    const guesses = guessedSimpleApis(target).map((url) => open({ url, source: "guessed", ...authorized }));
    return { simpleApi: undefined, readers: guesses };
}
/** Begins to read the projects that the file names tell, while the files themselves are still being judged. */
function readAhead(simpleApi, candidates) {
    const names = candidates.map(({ filename }) => filename.endsWith(".whl") ? filename.split("-", 1)[0] : splitSdistFilename(filename)[0]?.name);
    for (const name of new Set(names)) {
        if (name !== undefined && name !== "") {
            // Whoever needs the page asks again and sees a failure then.
            simpleApi?.project(name).catch(() => undefined);
        }
    }
}

;// CONCATENATED MODULE: ./lib/publish/time-limit.js
const HOUR_MS = 60 * 60_000;
/** Milliseconds a megabyte may take, which is slower than any link that releases are published over. */
const MEGABYTE_MS = 6_000;
/** Milliseconds a run may take at the most: an hour, and for large releases a minute more for every 10 MB. */
function runTimeLimit(files = []) {
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    return HOUR_MS + (bytes / 1_000_000) * MEGABYTE_MS;
}

;// CONCATENATED MODULE: ./lib/publish/advice.js
const TRUSTED_PUBLISHERS = "https://docs.pypi.org/trusted-publishers/";
/** What would make the next release safer, a sentence or two each. Never a warning: the release is good. */
function advice(circumstances) {
    const { target, passwordGiven, identityTokens, publishesFromCheckout } = circumstances;
    const found = [];
    if (passwordGiven && target.kind !== "other") {
        found.push(identityTokens
            ? `This job may use trusted publishing (it has \`id-token: write\`), and still a long-lived API token is given and used. Register the workflow at ${target.name} if it is not yet, leave \`password\` out, and delete the token there and in the secrets: who finds it can publish.`
            : `An API token is used. Trusted publishing needs no secret that can leak: register this workflow at ${target.name}, give the job \`id-token: write\`, and leave \`password\` out. See ${TRUSTED_PUBLISHERS}`);
    }
    if (publishesFromCheckout) {
        found.push("The workspace of this job is a checkout, so the job that publishes probably builds as well, and whatever the build runs could publish, too. Build in a job of its own and hand the distributions over with actions/upload-artifact and actions/download-artifact.");
    }
    return found;
}
/** Events that people without rights in the repository can cause, while the run has the rights of the repository. */
const STARTED_BY_OUTSIDERS = new Set([
    "pull_request_target",
    "issue_comment",
    "issues",
    "discussion",
    "discussion_comment",
    "pull_request_review_comment",
    "fork",
    "watch",
]);
/** What is dangerous about the event that started the run, or undefined. */
function eventWarning({ eventName, fromFork }) {
    const by = STARTED_BY_OUTSIDERS.has(eventName)
        ? `by \`${eventName}\``
        : eventName === "workflow_run" && fromFork
            ? "by `workflow_run`, for a run of a fork"
            : undefined;
    return by === undefined
        ? undefined
        : `This run was started ${by}: it has the repository's rights, and outsiders can start it and may decide what it builds. Publish from \`push\`, \`release\` or \`workflow_dispatch\`.`;
}

// EXTERNAL MODULE: ./lib/quantity.js
var quantity = __nccwpck_require__(9502);
// EXTERNAL MODULE: ./lib/package-index/upload-result.js
var upload_result = __nccwpck_require__(3168);
// EXTERNAL MODULE: ./lib/verification/verification-error.js
var verification_error = __nccwpck_require__(7527);
// EXTERNAL MODULE: ./lib/distribution/release-key.js
var release_key = __nccwpck_require__(2573);
;// CONCATENATED MODULE: ./lib/report/report.js







/** Places of GitHub's and of Python packaging's documentation that remedies name. */
const DOCUMENTATION = ["https://docs.github.com", "https://docs.pypi.org", "https://www.githubstatus.com"];
function makeReport(record) {
    const { results, target, failure, dryRun, install, warnings, advice, stages, seconds, attestationsFolder } = record;
    const [version = "", ...otherVersions] = results.map(({ distribution }) => distribution.metadata.version);
    const shared = version !== "" && otherVersions.every((other) => other === version || (0,standards_version/* versionsEqual */.At)(version, other));
    return {
        results,
        releases: releasesOf(results, target),
        ...(shared && { version }),
        ...(target !== undefined && { indexName: target.name }),
        ...(dryRun !== undefined && { dryRun }),
        ...(attestationsFolder !== undefined && { attestationsFolder }),
        origins: new Set([...DOCUMENTATION, ...(target === undefined ? [] : [target.site.origin])]),
        ...(failure !== undefined && { failure: reportedFailure(failure.error) }),
        install,
        warnings: [...new Set(warnings)],
        advice,
        stages,
        seconds,
    };
}
function releasesOf(results, target) {
    const releases = Map.groupBy(results, ({ distribution }) => (0,release_key/* releaseKey */.D)(distribution));
    return [...releases.values()].flatMap((ofRelease) => {
        const [first] = ofRelease;
        if (first === undefined) {
            return [];
        }
        const { name: project, version } = first.distribution.metadata;
        const page = target !== undefined && ofRelease.some(({ status }) => isOnIndex(status))
            ? (0,package_index_target/* releasePage */.NC)(target, project, version)
            : undefined;
        return [{ project, version, results: ofRelease, ...(page !== undefined && { page }) }];
    });
}
/** Whether the index is known to hold a file of that name. */
function isOnIndex(status) {
    return status === "uploaded" || status === "already-present" || status === "passed-over";
}
function reportedFailure(error) {
    if (error instanceof errors/* PublishError */.S1) {
        return {
            code: error.code,
            message: error.message,
            ...(error.remedy !== undefined && { remedy: error.remedy }),
            ...(error instanceof verification_error/* VerificationError */.m && { findings: error.findings }),
        };
    }
    return {
        code: "internal-error",
        message: `The action failed in a way it does not know: ${(0,errors/* describeError */.Uc)(error)}`,
        remedy: "Run the job again with `verbose: true`; if it stays so, please report it with the log.",
    };
}
/** The last line of the log of a run that is green. */
function closingLine({ results, seconds, dryRun }) {
    const counts = `${tally(results)}.`;
    if (dryRun === undefined) {
        return `Done in ${(0,quantity/* humanSeconds */.Nj)(seconds)}: ${counts}`;
    }
    const unchecked = dryRun.unchecked.length === 0 ? [] : [`Not checked: ${dryRun.unchecked.join("; ")}.`];
    const start = `Dry run done in ${(0,quantity/* humanSeconds */.Nj)(seconds)}, nothing was uploaded: ${counts}`;
    return [start, ...dryRun.found, ...unchecked].join("\n");
}
/** Counts of what happened, in words: `2 uploaded, 1 not attempted`. */
function tally(results) {
    const counts = new Map();
    for (const { status } of results) {
        counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    return [...counts].map(([status, count]) => `${count} ${(0,upload_result/* statusText */.q)(status)}`).join(", ");
}

;// CONCATENATED MODULE: ./lib/report/annotations.js



/** The runner shows ten annotations of a kind for a step; the last one stands for those that are left. */
const SHOWN = 10;
const FILES_NAMED = 5;
const FILES_LISTED = 30;
const IN_ORDER = new Set(["uploaded", "already-present"]);
/** Of one file; a crafted one can have a hundred thousand. */
const FINDINGS_SHOWN = 20;
const NOTHING = "Nothing was uploaded";
/** One annotation for a failed run; where single distributions are at fault, one for each of them. */
function annotations(failure, results) {
    const files = [...Map.groupBy(failure.findings ?? [], ({ filename }) => filename).values()];
    if (files.length < 2) {
        return [{ title: failure.code, text: failureText(failure, results) }];
    }
    const shown = files.length > SHOWN ? files.slice(0, SHOWN - 1) : files;
    const rest = files.slice(shown.length).map(([first]) => first?.filename ?? "");
    const texts = [
        ...shown.map(findingsText),
        ...(rest.length === 0 ? [] : [`${rest.length} more at fault: ${rest.join(", ")}`]),
    ];
    const last = [...texts.slice(-1), ...stateOfRelease(results)].join("\n");
    return [...texts.slice(0, -1), last].map((text) => ({ title: failure.code, text }));
}
function findingsText(findings) {
    const shown = findings.slice(0, FINDINGS_SHOWN).map((finding) => `${(0,verification_error/* withRule */.x)(finding)}\n${finding.remedy}`);
    const more = findings.length - shown.length;
    return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}
/** What happened, what to change, and what is on the index of what was to be published. */
function failureText({ message, remedy }, results) {
    const state = stateOfRelease(results);
    const said = state[0] === `${NOTHING}.` && remedy?.startsWith(NOTHING) === true;
    return [message, ...(remedy === undefined ? [] : [remedy]), ...(said ? [] : state)].join("\n");
}
function stateOfRelease(results) {
    const touched = results.filter(({ status }) => status !== "not-attempted");
    if (touched.length > 0) {
        // Of many files those that are not as they should be; the job summary has all of them.
        const named = touched.length > FILES_LISTED ? touched.filter(({ status }) => !IN_ORDER.has(status)) : touched;
        const lines = named
            .slice(0, FILES_LISTED)
            .map(({ distribution, status }) => `  ${distribution.filename}: ${(0,upload_result/* statusText */.q)(status)}`);
        return [`State of the release: ${tally(results)}.`, ...lines];
    }
    return results.length > 0 ? [`${NOTHING}.`] : [];
}
/** Warnings as they are shown: the same thing about many files is said once, with the files it is about. */
function warningTexts(warnings) {
    const same = Map.groupBy(warnings, ({ filename, message, rule }) => `${rule} ${message.replaceAll(filename, "")}`);
    return [...same.values()].flatMap(([first, ...others]) => {
        if (first === undefined) {
            return [];
        }
        const names = others.slice(0, FILES_NAMED).map(({ filename }) => filename);
        const more = others.length > names.length ? ` and ${others.length - names.length} more` : "";
        const also = others.length === 0 ? "" : ` The same in ${names.join(", ")}${more}.`;
        return [`${(0,verification_error/* withRule */.x)(first)} ${first.remedy}${also}`];
    });
}

;// CONCATENATED MODULE: ./lib/report/announcements.js




/** A crafted file can have a hundred thousand; nobody reads more than these. */
const WARNINGS_SHOWN = 200;
/** Warnings about distributions; the same about many of them once. */
function sayWarnings(warnings, log) {
    const texts = warningTexts(warnings);
    for (const warning of texts.slice(0, WARNINGS_SHOWN)) {
        log.warning(warning);
    }
    if (texts.length > WARNINGS_SHOWN) {
        log.warning(`There are ${texts.length - WARNINGS_SHOWN} more warnings about the distributions, which are not shown.`);
    }
}
/** What should be changed in the workflow, although the run goes on. */
function sayWhatIsOdd(warnings, event, log) {
    const aboutEvent = eventWarning(event);
    for (const warning of aboutEvent === undefined ? warnings : [...warnings, aboutEvent]) {
        log.warning(warning);
    }
}
/** Which files are to be published, and which are left alone. */
function sayWhatWasFound({ candidates, foreign, warnings }, indexName, log) {
    for (const warning of warnings) {
        log.warning(warning);
    }
    if (foreign.length > 0) {
        log.group(`${foreign.length} ${foreign.length === 1 ? "file is" : "files are"} no distribution`, foreign.map(({ path, reason }) => `${(0,quote/* quote */.h)(path, 255)}: ${reason}`));
    }
    const bytes = candidates.reduce((sum, { size }) => sum + size, 0);
    log.group(`${candidates.length} ${candidates.length === 1 ? "distribution" : "distributions"} (${(0,quantity/* humanSize */.Xe)(bytes)}) to publish to ${indexName}`, candidates.map(({ filename, size }) => `${filename} (${(0,quantity/* humanSize */.Xe)(size)})`));
}

;// CONCATENATED MODULE: ./lib/report/stage-times.js
/** How long each stage of a run took, also one that failed. Stages may overlap. */
class StageTimes {
    #clock;
    #stages = [];
    #startedMs;
    /** The run begins now. */
    constructor(clock) {
        this.#clock = clock;
        this.#startedMs = clock.now();
    }
    /** Of the run so far. */
    get seconds() {
        return (this.#clock.now() - this.#startedMs) / 1000;
    }
    /** @param name what is done, in one word: `check`, `upload` */
    async time(name, work) {
        const stage = { name, startedMs: this.#clock.now() };
        this.#stages.push(stage);
        try {
            return await work();
        }
        finally {
            stage.endedMs = this.#clock.now();
        }
    }
    /** In the order in which they began. */
    stages() {
        return this.#stages.map(({ name, startedMs, endedMs = this.#clock.now() }) => ({
            name,
            seconds: (endedMs - startedMs) / 1000,
        }));
    }
}

// EXTERNAL MODULE: ./lib/distribution/digests.js + 2 modules
var digests = __nccwpck_require__(5688);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/distribution/file-kind.js
// Formats that indexes took once or never: PEP 527 and PEP 715 removed them, PEP 625 fixed the sdist format.
const FORMER_FORMATS = /\.(?:zip|egg|tgz|tar|tar\.(?:bz2|xz|z|lzma|zst)|exe|msi|rpm|deb|dmg)$/i;
const LOOKS_RELEASED = /^[a-z0-9][a-z0-9._-]*-v?[0-9]/i;
/** Says by its name alone whether a file is a distribution: only `.whl` and `.tar.gz` are (F-03, F-04). */
function fileKind(filename) {
    if (filename.startsWith(".")) {
        return foreign("a hidden file");
    }
    if (isDistributionName(filename)) {
        return { kind: "distribution" };
    }
    if (isDistributionName(filename.toLowerCase())) {
        return foreign("indexes take the endings .whl and .tar.gz in lower case only", true);
    }
    if (/\.attestation$/i.test(filename)) {
        return foreign("an attestation, not a distribution");
    }
    if (/\.(?:asc|sig)$/i.test(filename)) {
        return foreign("a signature, which indexes no longer take");
    }
    if (FORMER_FORMATS.test(filename) && LOOKS_RELEASED.test(filename)) {
        return foreign("indexes take source distributions as .tar.gz (PEP 625) and built ones as .whl only", true);
    }
    return foreign("neither a wheel (.whl) nor a source distribution (.tar.gz)");
}
/** Whether a file or folder is named like a distribution. */
function isDistributionName(name) {
    return !name.startsWith(".") && /.\.(?:whl|tar\.gz)$/.test(name);
}
function foreign(reason, suspicious = false) {
    return { kind: "foreign", reason, suspicious };
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./lib/distribution/misplaced.js




const LEVELS = 2;
const ENTRIES_LOOKED_AT = 2000;
/** Folders that are named like a distribution or hold distributions, one or two levels down. */
async function misplacedFolders(folders) {
    const misplaced = [];
    for (const path of folders) {
        const distributions = await distributionsBelow(path, LEVELS, { left: ENTRIES_LOOKED_AT });
        if (distributions.length > 0 || isDistributionName((0,external_node_path_.basename)(path))) {
            misplaced.push({ path, distributions });
        }
    }
    return misplaced;
}
/** Files named like distributions in a folder and, down to the given level, below it; what cannot be read counts as empty. */
async function distributionsBelow(folder, levels, budget) {
    const found = [];
    for (const entry of await (0,external_node_fs_promises_.readdir)(folder, { withFileTypes: true }).catch(() => [])) {
        budget.left -= 1;
        if (budget.left < 0) {
            break;
        }
        if (entry.isDirectory() && levels > 1 && !entry.name.startsWith(".") && entry.name !== "node_modules") {
            const below = await distributionsBelow((0,external_node_path_.join)(folder, entry.name), levels - 1, budget);
            found.push(...below.map((name) => (0,external_node_path_.join)(entry.name, name)));
        }
        else if (entry.isFile() && namesDistribution(entry.name)) {
            found.push(entry.name);
        }
    }
    return found;
}
/** Stricter than the ending: a folder may well hold some other .tar.gz. */
function namesDistribution(name) {
    return /^[^-]+-[^-]*[0-9][^-]*-(?:[^-]+-)?[^-]+-[^-]+-[^-]+\.whl$/.test(name) || splitSdistFilename(name).length > 0;
}

;// CONCATENATED MODULE: ./lib/distribution/nothing-found.js





const ENTRIES_SHOWN = 10;
const LEVELS_SEARCHED = 3;
const nothing_found_ENTRIES_LOOKED_AT = 2000;
const DOWNLOAD = "Build into that folder, or let a step before this one download the distributions: actions/download-artifact with the artifact's `name` and `path: dist`.";
/** The error for "nothing to publish": where was looked, what is there instead, and what may have been meant. */
async function explainNothingFound(situation) {
    const { lines, result, foreign, workspace } = situation;
    const included = lines.filter(({ excludes }) => !excludes);
    const sentences = await Promise.all(included.map((line) => explainLine(line, result)));
    if (foreign.length > 0) {
        sentences.push(`Left alone: ${listed(foreign.map(({ path }) => path))}.`);
    }
    if (lines.length > included.length) {
        sentences.push("Lines that begin with ! take files away.");
    }
    const elsewhere = await foldersWithDistributions(workspace);
    const remedy = elsewhere.length === 0
        ? DOWNLOAD
        : `There are distributions in ${listed(elsewhere)}; set packages-dir to the folder that is meant. ${DOWNLOAD}`;
    return new errors/* PublishError */.S1("no-distributions", `There is no distribution to publish. ${sentences.join(" ")}`, {
        remedy,
    });
}
async function explainLine(line, { unmatched }) {
    const { text, literal } = line;
    if (literal === undefined) {
        return unmatched.includes(line) ? `${(0,quote/* quote */.h)(text)} matches nothing.` : `${(0,quote/* quote */.h)(text)} matches no wheel or sdist.`;
    }
    if (!unmatched.includes(line)) {
        const entries = (await (0,external_node_fs_promises_.stat)(literal)).isDirectory() ? await (0,external_node_fs_promises_.readdir)(literal) : undefined;
        if (entries?.length === 0) {
            return `${(0,quote/* quote */.h)(text)} (${shown(literal)}) is an empty folder.`;
        }
        return `${(0,quote/* quote */.h)(text)} (${shown(literal)}) ${entries === undefined ? "is" : "holds"} no wheel (.whl) and no source distribution (.tar.gz).`;
    }
    const parent = await existingParent(literal);
    const entries = await (0,external_node_fs_promises_.readdir)(parent).catch(() => []);
    const content = entries.length === 0 ? "which is empty" : `which holds ${listed(entries.sort())}`;
    return `${(0,quote/* quote */.h)(text)} (${shown(literal)}) does not exist; the nearest folder that does is ${shown(parent)}, ${content}.`;
}
async function existingParent(path) {
    for (let folder = (0,external_node_path_.dirname)(path);; folder = (0,external_node_path_.dirname)(folder)) {
        const isFolder = await (0,external_node_fs_promises_.stat)(folder).then((stats) => stats.isDirectory(), () => false);
        if (isFolder || folder === (0,external_node_path_.dirname)(folder)) {
            return folder;
        }
    }
}
/** Folders of the workspace, few levels down, that hold distributions: `.` for the workspace itself. */
async function foldersWithDistributions(workspace) {
    const files = await distributionsBelow(workspace, LEVELS_SEARCHED, { left: nothing_found_ENTRIES_LOOKED_AT });
    const folders = files.map((file) => (0,external_node_path_.relative)(workspace, (0,external_node_path_.dirname)((0,external_node_path_.join)(workspace, file))).replaceAll(external_node_path_.sep, "/"));
    return [...new Set(folders.map((folder) => (folder === "" ? "." : folder)))];
}
/** A path without quotes, when it needs none. */
function shown(path) {
    const quoted = (0,quote/* quote */.h)(path, 255);
    return quoted === `"${path}"` ? path : quoted;
}
function listed(names) {
    const shown = names.slice(0, ENTRIES_SHOWN).map((name) => (0,quote/* quote */.h)(name, 100));
    const more = names.length - shown.length;
    return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./lib/distribution/packages-dir.js





/**
 * Takes `packages-dir` apart: one directory, file or glob a line; blank lines
 * and lines that begin with `#` say nothing, `!` excludes. Relative ones belong
 * to the workspace. Both slashes separate, on every platform, since one
 * workflow runs on all of them; a path that exists is taken as it stands.
 *
 * @throws PublishError `no-distributions` when nothing is left or a line cannot be used.
 */
async function parsePackagesDir(packagesDir, workspace) {
    const lines = packagesDir
        .split(/\r\n|\n|\r/)
        .map((line) => line.trim())
        .filter((line) => line !== "" && !line.startsWith("#"));
    const parsed = await Promise.all(lines.map((line) => parseLine(line, workspace)));
    if (!parsed.some(({ excludes }) => !excludes)) {
        throw new errors/* PublishError */.S1("no-distributions", "The input packages-dir names no directory.", {
            remedy: "Set packages-dir to the directory that holds the distributions, for example dist.",
        });
    }
    return parsed;
}
async function parseLine(line, workspace) {
    const marks = /^(?:!\s*)*/.exec(line)?.[0] ?? "";
    const text = line.slice(marks.length);
    const excludes = marks.replace(/[^!]/g, "").length % 2 === 1;
    if (text === "") {
        throw unusable(line, "names nothing");
    }
    const path = outsideOfContainer(expandHome(text), workspace);
    const asWritten = (0,external_node_path_.resolve)(workspace, path);
    // Not the resolved path: it has lost a `*/..`, which names nothing.
    if (await exists((0,external_node_path_.isAbsolute)(path) ? path : `${workspace}${external_node_path_.sep}${path}`)) {
        return literalLine(text, excludes, asWritten);
    }
    const slashed = path.replaceAll("\\", "/");
    if (!/[*?[]/.test(slashed)) {
        return literalLine(text, excludes, (0,external_node_path_.resolve)(workspace, slashed));
    }
    return { text, excludes, pattern: absolutePattern(line, slashed, workspace), literal: undefined };
}
function literalLine(text, excludes, literal) {
    return { text, excludes, pattern: escapeGlob(literal), literal };
}
/** Resolves what comes before the first wildcard; the rest goes to the glob library as it is. */
function absolutePattern(line, path, workspace) {
    const segments = path.split("/");
    const firstWildcard = segments.findIndex((segment) => /[*?[]/.test(segment));
    const rest = segments.slice(firstWildcard);
    if (rest.some((segment) => segment === ".." || segment === ".")) {
        throw unusable(line, "has . or .. behind a wildcard");
    }
    // "" before the first slash of an absolute path, and before a wildcard in the first segment of a relative one.
    const before = firstWildcard === 0 ? "." : `${segments.slice(0, firstWildcard).join("/")}/`;
    const root = (0,external_node_path_.resolve)(workspace, before);
    return [escapeGlob(root).replace(/[\\/]$/, ""), ...rest].join(external_node_path_.sep);
}
/** A path as a pattern that matches nothing else. */
function escapeGlob(path) {
    const escaped = path.replace(/[[?*]/g, "[$&]");
    return external_node_path_.sep === "\\" ? escaped : escaped.replaceAll("\\", "\\\\");
}
function expandHome(path) {
    return /^~(?:[\\/]|$)/.test(path) ? `${(0,external_node_os_namespaceObject.homedir)()}${path.slice(1)}` : path;
}
/** Where Docker actions see the workspace: workflows that were written for one may say it so. */
function outsideOfContainer(path, workspace) {
    return path.replace(/^\/github\/workspace(?=\/|$)/, () => workspace);
}
async function exists(path) {
    try {
        await (0,external_node_fs_promises_.stat)(path);
        return true;
    }
    catch {
        return false;
    }
}
function unusable(line, problem) {
    return new errors/* PublishError */.S1("no-distributions", `The line ${(0,quote/* quote */.h)(line)} of the input packages-dir ${problem}.`, {
        remedy: "Give one directory or glob a line, relative to the workspace.",
    });
}

;// CONCATENATED MODULE: ./lib/distribution/same-name.js



/**
 * Every file name once, sorted. An index knows a file by its name alone, so
 * two files of one name must be the same bytes (F-20).
 */
async function uniqueByName(candidates, place) {
    const unique = [];
    const faults = [];
    for (const [filename, [first, ...others]] of Map.groupBy(candidates, (candidate) => candidate.filename)) {
        if (first === undefined) {
            continue;
        }
        unique.push(first);
        for (const other of others) {
            if (!(await sameBytes(first, other))) {
                faults.push({
                    code: "distribution-invalid",
                    message: `${(0,quote/* quote */.h)(filename, 255)} is there twice with different content: ${(0,quote/* quote */.h)(place(first.path), 255)} and ${(0,quote/* quote */.h)(place(other.path), 255)}.`,
                    remedy: "Keep the one that belongs to this release; an index takes a file name once.",
                });
            }
        }
    }
    return { candidates: unique.sort((left, right) => (left.filename < right.filename ? -1 : 1)), faults };
}
async function sameBytes(left, right) {
    if (left.size !== right.size) {
        return false;
    }
    if ((await (0,external_node_fs_promises_.realpath)(left.path)) === (await (0,external_node_fs_promises_.realpath)(right.path))) {
        return true;
    }
    return (await (0,digests/* computeDigests */.Dw)(left)).sha256 === (await (0,digests/* computeDigests */.Dw)(right)).sha256;
}

// EXTERNAL MODULE: ./lib/distribution/gone.js
var gone = __nccwpck_require__(2291);
;// CONCATENATED MODULE: ./lib/distribution/search.js







/**
 * Carries out `packages-dir`: what a line matches is taken, a folder stands for the files directly in it, and
 * exclusions count for everything named before them.
 *
 * @throws PublishError `no-distributions` when a folder cannot be read.
 */
async function searchDistributions(lines) {
    const globs = [];
    const unmatched = [];
    const searched = new Set();
    try {
        for (const line of lines) {
            const { pattern, excludes } = line;
            if (excludes) {
                globs.push({ pattern, negate: true }, { pattern: `${pattern}${external_node_path_.sep}**`, negate: true });
                continue;
            }
            const matches = await matchesOf(line);
            globs.push({ pattern, negate: false });
            for (const folder of await foldersOf(matches)) {
                searched.add(folder);
                globs.push({ pattern: `${escapeGlob(folder)}${external_node_path_.sep}*`, negate: false });
            }
            if (matches.length === 0) {
                unmatched.push(line);
            }
        }
        const plain = lines.every(({ literal, excludes }) => literal !== undefined && !excludes);
        const found = plain ? await plainPaths(lines, searched) : await search(globs);
        return { ...(await sortOut(found, searched)), searched: [...searched], unmatched };
    }
    catch (error) {
        throw error instanceof errors/* PublishError */.S1 ? error : search_unreadable(error);
    }
}
/** What one line matches by itself, folders too. */
async function matchesOf({ literal, pattern }) {
    if (literal === undefined) {
        return (await search([{ pattern, negate: false }])).paths;
    }
    return (await (0,gone/* isThere */.$)(literal)) ? [literal] : [];
}
/**
 * What the patterns would match where nothing is a wildcard and nothing is excluded, as usual: the glob library takes
 * longer to load than the search takes.
 */
async function plainPaths(lines, folders) {
    const literals = lines.flatMap(({ literal }) => literal ?? []);
    const paths = [...literals];
    for (const folder of folders) {
        for (const name of await (0,external_node_fs_promises_.readdir)(folder)) {
            paths.push((0,external_node_path_.join)(folder, name));
        }
    }
    const there = await Promise.all(paths.map(gone/* isThere */.$));
    const lost = paths.filter((_, index) => index >= literals.length && there[index] === false);
    return { paths: paths.filter((_, index) => there[index]), lost };
}
async function search(globs) {
    const { glob } = await Promise.all(/* import() */[__nccwpck_require__.e(99), __nccwpck_require__.e(752), __nccwpck_require__.e(337), __nccwpck_require__.e(330)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8949));
    return glob(globs);
}
/** Folders that a line stands for; one that is named like a distribution is never meant as a folder. */
async function foldersOf(paths) {
    const folders = [];
    for (const path of paths) {
        if (!isDistributionName((0,external_node_path_.basename)(path)) && (await (0,external_node_fs_promises_.stat)(path)).isDirectory()) {
            folders.push(path);
        }
    }
    return folders;
}
async function sortOut({ paths, lost }, searched) {
    const files = [];
    const folders = [];
    for (const path of new Set(paths)) {
        const stats = await (0,external_node_fs_promises_.stat)(path);
        if (!stats.isDirectory()) {
            files.push({ path, size: stats.size, modifiedMs: stats.mtimeMs, regular: stats.isFile() });
        }
        else if (!searched.has(path)) {
            folders.push(path);
        }
    }
    // They may be distributions that did not arrive.
    files.push(...Array.from(lost, (path) => ({ path, size: 0, modifiedMs: 0, regular: false })));
    return { files, folders };
}
function search_unreadable(cause) {
    return new errors/* PublishError */.S1("no-distributions", `The folders named by packages-dir cannot be searched: ${(0,quote/* quote */.h)((0,errors/* describeError */.Uc)(cause), 300)}.`, {
        cause,
        remedy: "Make it readable for the user that runs the job, or name the folder of the distributions without a wildcard: folders in it are not looked into then.",
    });
}

;// CONCATENATED MODULE: ./lib/distribution/discover.js









/**
 * Finds the distributions to publish. Reads names only, no content, except of files that have the same name.
 *
 * @throws PublishError `no-distributions`, `distribution-misplaced` or
 * `distribution-invalid` with everything that is wrong.
 */
async function discoverDistributions({ packagesDir, workspace }) {
    const lines = await parsePackagesDir(packagesDir, workspace);
    const result = await searchDistributions(lines);
    const place = (path) => shownPath(path, workspace);
    const sorted = sortFiles(result.files, place);
    const misplaced = await misplacedFolders(result.folders);
    const unique = await uniqueByName(sorted.candidates, place);
    const faults = [...misplacedFaults(misplaced, place), ...sorted.faults, ...unique.faults];
    if (unique.candidates.length === 0 && faults.length === 0) {
        throw await explainNothingFound({ lines, result, foreign: sorted.foreign, workspace });
    }
    const missing = result.unmatched.filter(({ literal }) => literal !== undefined);
    faults.push(...missing.map(({ text }) => missingFault(text)));
    if (faults.length > 0) {
        throw discoveryError(faults);
    }
    const known = new Set(misplaced.map(({ path }) => path));
    const folders = result.folders
        .filter((path) => !known.has(path))
        .map((path) => ({ path: place(path), reason: "a folder" }));
    return {
        candidates: unique.candidates,
        foreign: [...sorted.foreign, ...folders],
        warnings: [...sorted.warnings, ...unmatchedWarnings(result)],
    };
}
const CONTROL = /\p{Cc}/u;
function sortFiles(files, place) {
    const sorted = { candidates: [], foreign: [], warnings: [], faults: [] };
    for (const { path, size, modifiedMs, regular } of files) {
        const filename = (0,external_node_path_.basename)(path);
        const kind = fileKind(filename);
        if (kind.kind === "distribution" && CONTROL.test(filename)) {
            // Whatever is verified: no index takes it (F-01), and with line ends it would write lines of its own into log and summary.
            sorted.faults.push({
                code: "distribution-invalid",
                message: `The name of ${(0,quote/* quote */.h)(place(path), 255)} holds a control character.`,
                remedy: "Build the file again with a current build back end instead of renaming it.",
            });
        }
        else if (kind.kind === "distribution" && regular) {
            sorted.candidates.push({ path, filename, size, modifiedMs });
        }
        else if (kind.kind === "distribution") {
            sorted.faults.push({
                code: "distribution-invalid",
                message: `${(0,quote/* quote */.h)(place(path), 255)} is no regular file, a symbolic link that leads nowhere, or has a name that is no UTF-8.`,
                remedy: "Put the file itself there, or remove the link.",
            });
        }
        else {
            sorted.foreign.push({ path: place(path), reason: kind.reason });
            if (kind.suspicious) {
                sorted.warnings.push(`${(0,quote/* quote */.h)(place(path), 255)} is not published: ${kind.reason}.`);
            }
        }
    }
    return sorted;
}
function misplacedFaults(folders, place) {
    return folders.map(({ path, distributions }) => {
        const [first] = distributions;
        const content = first === undefined ? "and holds no distribution" : `with ${(0,quote/* quote */.h)(first, 255)} inside`;
        const named = first === undefined ? "is named like a distribution" : "is a folder";
        return {
            code: "distribution-misplaced",
            message: `${(0,quote/* quote */.h)(place(path), 255)} ${named} ${content}.`,
            remedy: "Give actions/download-artifact `merge-multiple: true`, so that all artifacts land in one folder, or name the folders in packages-dir, one a line.",
        };
    });
}
function missingFault(text) {
    return {
        code: "no-distributions",
        message: `${(0,quote/* quote */.h)(text)}, named by packages-dir, does not exist.`,
        remedy: "Correct or remove that line of packages-dir, or have the step before put the distributions there.",
    };
}
function unmatchedWarnings({ unmatched }) {
    return unmatched.map(({ text }) => `${(0,quote/* quote */.h)(text)}, a line of packages-dir, matches nothing.`);
}
function discoveryError(faults) {
    const code = faults.find((fault) => fault.code === "distribution-misplaced")?.code ?? faults[0]?.code;
    const remedy = [...new Set(faults.map((fault) => fault.remedy))].join(" ");
    return new errors/* PublishError */.S1(code ?? "no-distributions", faults.map(({ message }) => message).join(" "), { remedy });
}
/** Relative to the workspace for what lies inside of it, with forward slashes on every platform. */
function shownPath(path, workspace) {
    const inside = (0,external_node_path_.relative)(workspace, path);
    const shown = inside === "" ? "." : inside.startsWith("..") ? path : inside;
    return shown.replaceAll(external_node_path_.sep, "/");
}

// EXTERNAL MODULE: ./lib/archive/archive-error.js
var archive_error = __nccwpck_require__(6507);
// EXTERNAL MODULE: ./lib/archive/byte-source.js
var byte_source = __nccwpck_require__(450);
// EXTERNAL MODULE: ./lib/archive/gzip.js
var gzip = __nccwpck_require__(8048);
// EXTERNAL MODULE: ./lib/archive/limits.js
var limits = __nccwpck_require__(2476);
;// CONCATENATED MODULE: ./lib/archive/pkg-info-search.js



const REMEDY = "Build the source distribution again with a current build back end: it holds one directory {name}-{version} with PKG-INFO directly in it.";
const FILE_TYPES = ["0", "7"];
/** Looks for `{top directory}/PKG-INFO` among the members of a tar archive. */
class PkgInfoSearch {
    found;
    #path;
    #topDirectory;
    #members = 0;
    constructor(path) {
        this.#path = path;
    }
    /** The next member. Throws a PublishError when the archive is no source distribution. */
    enter(member) {
        const problem = this.#judge(member);
        if (problem !== undefined) {
            throw (0,archive_error/* archiveError */.Ji)(this.#path, problem, { remedy: REMEDY });
        }
        const topDirectory = this.#topDirectory ?? "";
        if (this.found !== undefined || member.name !== `${topDirectory}/PKG-INFO`) {
            return undefined;
        }
        const chunks = [];
        return {
            chunk: (bytes) => chunks.push(Buffer.from(bytes)),
            end: () => {
                this.found = { topDirectory, pkgInfo: Buffer.concat(chunks) };
            },
        };
    }
    /** What to say when the archive has ended. */
    notFound() {
        const problem = this.#topDirectory === undefined ? "is an empty archive" : `has no ${(0,quote/* quote */.h)(`${this.#topDirectory}/PKG-INFO`)}`;
        return (0,archive_error/* archiveError */.Ji)(this.#path, problem, { remedy: REMEDY });
    }
    /** Why the archive is no source distribution, as far as this member shows it (S-05, S-06, S-10). */
    #judge({ name, type, size }) {
        this.#members += 1;
        if (this.#members > limits/* MAX_MEMBERS */.dw) {
            return `has more than ${limits/* MAX_MEMBERS */.dw} members`;
        }
        const [top = "", ...rest] = name.split("/", 2);
        if (top === "" || top === "." || top === "..") {
            return `has the member ${(0,quote/* quote */.h)(name)}, whose name does not begin with a directory name`;
        }
        if (rest.length === 0 && type !== "5") {
            return `has the member ${(0,quote/* quote */.h)(name)} outside of a top directory`;
        }
        this.#topDirectory ??= top;
        if (top !== this.#topDirectory) {
            return `has more than one top directory (${(0,quote/* quote */.h)(this.#topDirectory)}, ${(0,quote/* quote */.h)(top)})`;
        }
        if (name !== `${top}/PKG-INFO`) {
            return undefined;
        }
        if (!FILE_TYPES.includes(type)) {
            return "has a PKG-INFO that is no regular file";
        }
        if (size === 0) {
            return "has an empty PKG-INFO";
        }
        return size > limits/* MAX_METADATA_BYTES */.Fx ? `has a PKG-INFO of more than ${limits/* MAX_METADATA_BYTES */.Fx} bytes` : undefined;
    }
}

// EXTERNAL MODULE: ./lib/archive/tar.js + 1 modules
var tar = __nccwpck_require__(2391);
;// CONCATENATED MODULE: ./lib/archive/tar-gz.js







/**
 * Reads `PKG-INFO` out of a gzip-compressed tar archive as a stream, up to the
 * point where it is found (S-05, S-06). Memory stays constant; inflated bytes,
 * members and the size of PKG-INFO have caps.
 *
 * @throws PublishError `distribution-invalid`, whatever is wrong with the file.
 */
async function readSdistPkgInfo(path) {
    let file;
    try {
        file = await (0,byte_source/* openFileSource */.S)(path);
        const search = new PkgInfoSearch(path);
        const parser = new tar/* TarParser */.J((member) => search.enter(member));
        const end = await (0,gzip/* readGzip */.H)(file, (chunk) => {
            parser.push(chunk);
            return search.found === undefined && !parser.done;
        });
        const { found } = search;
        if (found !== undefined) {
            return found;
        }
        throw (await readingFault(path, file, end, parser)) ?? search.notFound();
    }
    catch (error) {
        throw (0,archive_error/* asArchiveError */.TL)(path, "gzip-compressed tar archive", error);
    }
    finally {
        await file?.close();
    }
}
/** Why the archive could not be read to its end; undefined when it could. */
async function readingFault(path, file, end, parser) {
    const unreadable = (problem) => (0,archive_error/* archiveError */.Ji)(path, `is not a readable gzip-compressed tar archive: ${(0,quote/* quote */.h)(problem, 200)}`);
    if (end === "not-gzip") {
        const zip = (await file.read(0, 2)).toString("latin1") === "PK";
        return (0,archive_error/* archiveError */.Ji)(path, zip ? "is a zip archive, not a gzip-compressed tar archive" : "is not gzip-compressed", {
            remedy: "Build the source distribution again with a current build back end (PEP 625); renaming does not convert it.",
        });
    }
    if (parser.tooDeep || parser.tooLarge) {
        return unreadable("it has more long names or pax headers than this action reads");
    }
    if (end === "too-large") {
        return (0,archive_error/* archiveError */.Ji)(path, `inflates to more than ${limits/* MAX_INFLATED_BYTES */.Bx} bytes before its PKG-INFO`);
    }
    if (parser.done && parser.recognized && !parser.damaged) {
        return undefined;
    }
    if (end === "cut") {
        return unreadable("the compressed data end too early");
    }
    if (end === "invalid" || end === "wrong-checksum" || end === "trailing-data") {
        return unreadable("the compressed data are damaged");
    }
    if (!parser.recognized) {
        return unreadable("what is compressed is not a tar archive");
    }
    return parser.cut || parser.damaged ? unreadable("the tar archive ends too early") : undefined;
}

// EXTERNAL MODULE: ./lib/standards/core-metadata.js + 1 modules
var core_metadata = __nccwpck_require__(4534);
;// CONCATENATED MODULE: ./lib/distribution/invalid-distribution.js



/** An error about one distribution. The problem is a sentence without its full stop. */
function invalidDistribution(filename, problem, remedy, cause) {
    return new errors/* PublishError */.S1("distribution-invalid", `${(0,quote/* quote */.h)(filename, 255)}: ${problem}.`, {
        filename,
        remedy,
        ...(cause === undefined ? {} : { cause }),
    });
}
/**
 * Core metadata of a file.
 *
 * @throws PublishError `distribution-invalid` naming the file.
 */
function parseMetadataOf(filename, member, bytes) {
    try {
        return (0,core_metadata/* parseCoreMetadata */.U)(bytes);
    }
    catch (error) {
        if (error instanceof errors/* PublishError */.S1) {
            const problem = `${member}: ${error.message.replace(/\.$/, "")}`;
            throw invalidDistribution(filename, problem, error.remedy ?? "", error);
        }
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/distribution/sdist.js


/**
 * Reads the core metadata of a source distribution. Whether the file name agrees is for the verification to say.
 *
 * @throws PublishError `distribution-invalid` naming the file.
 */
async function readSdist(candidate) {
    const { path, filename, size, modifiedMs } = candidate;
    const { pkgInfo } = await readSdistPkgInfo(path);
    const metadata = parseMetadataOf(filename, "PKG-INFO", pkgInfo);
    return { kind: "sdist", path, filename, size, modifiedMs, metadata };
}

// EXTERNAL MODULE: ./lib/archive/zip-directory.js
var zip_directory = __nccwpck_require__(7007);
// EXTERNAL MODULE: ./lib/archive/zip-member.js
var zip_member = __nccwpck_require__(4376);
;// CONCATENATED MODULE: ./lib/archive/zip.js






/**
 * Lists a zip archive and reads one member of at most 16 MiB, all in memory.
 * The name is compared as text, case and all.
 *
 * @throws PublishError `distribution-invalid`, whatever is wrong with the file.
 */
async function readZipMember(path, memberName) {
    let file;
    try {
        file = await (0,byte_source/* openFileSource */.S)(path);
        return await readMemberFrom(file, path, memberName);
    }
    catch (error) {
        throw (0,archive_error/* asArchiveError */.TL)(path, "zip archive", error);
    }
    finally {
        await file?.close();
    }
}
/** {@link readZipMember} of bytes wherever they are; rejects with other errors, too. */
async function readMemberFrom(source, path, memberName) {
    const entries = await (0,zip_directory/* readZipDirectory */.x5)(source, await (0,zip_directory/* findZipDirectory */._4)(source));
    const [entry, second] = entries.filter(({ name }) => name === memberName);
    if (second !== undefined) {
        throw (0,archive_error/* archiveError */.Ji)(path, `lists ${(0,quote/* quote */.h)(memberName)} twice, so that tools may disagree about its content`);
    }
    const member = entry === undefined ? undefined : await readWhole(path, source, entry);
    return { names: entries.map(({ name }) => name), member };
}
async function readWhole(path, file, entry) {
    const member = (0,quote/* quote */.h)(entry.name);
    if (entry.size > limits/* MAX_METADATA_BYTES */.Fx || entry.compressedSize > limits/* MAX_METADATA_BYTES */.Fx) {
        throw (0,archive_error/* archiveError */.Ji)(path, `has a ${member} of more than ${limits/* MAX_METADATA_BYTES */.Fx} bytes`);
    }
    const chunks = [];
    const { state, length } = await (0,zip_member/* readMember */.h)(file, entry, Number.POSITIVE_INFINITY, (chunk) => chunks.push(Buffer.from(chunk)));
    if (state === "intact" && length === "as-stated") {
        return Buffer.concat(chunks);
    }
    if (state === "elsewhere") {
        throw (0,archive_error/* archiveError */.Ji)(path, `has no ${member} where its directory says, or has it there by another name`);
    }
    if (state === "encrypted") {
        throw (0,archive_error/* archiveError */.Ji)(path, `has an encrypted ${member}`);
    }
    if (state === "other-method") {
        throw (0,archive_error/* archiveError */.Ji)(path, `has ${member} compressed by method ${entry.method}, which indexes refuse`);
    }
    throw (0,archive_error/* archiveError */.Ji)(path, `has a damaged ${member}: size or checksum differ from what the archive says`);
}

;// CONCATENATED MODULE: ./lib/standards/wheel-filename.js



const PATTERN = "{name}-{version}(-{build})?-{python}-{abi}-{platform}.whl";
const REBUILD = `Build the wheel again with a current build back end instead of renaming it; the name must be ${PATTERN}.`;
/**
 * Takes the name of a wheel apart.
 *
 * @throws PublishError `distribution-invalid` when it cannot be the name of a wheel (F-09 to F-13).
 */
function parseWheelFilename(filename) {
    const parts = filename.replace(/\.whl$/, "").split("-");
    if (!filename.endsWith(".whl") || (parts.length !== 5 && parts.length !== 6) || parts.includes("")) {
        throw invalid(filename, `is not of the form ${PATTERN}`, parts.length < 3 ? "F-09" : "F-10");
    }
    const build = parts.length === 6 ? parts[2] : undefined;
    const [name = "", version = ""] = parts;
    const [pythonTag = "", abiTag = "", platformTag = ""] = parts.slice(-3);
    // F-11, with the letters of \w in Python.
    if (!/^[\p{L}\p{N}._]+$/u.test(name) || name.includes("__")) {
        throw invalid(filename, `has the project name ${(0,quote/* quote */.h)(name)}, which a wheel cannot have`, "F-11");
    }
    if ((0,standards_version/* parseVersion */.ot)(version) === undefined) {
        throw invalid(filename, `has the version ${(0,quote/* quote */.h)(version)}, which is none of PEP 440`, "F-12");
    }
    if (build !== undefined && !/^[0-9]/.test(build)) {
        throw invalid(filename, `has the build tag ${(0,quote/* quote */.h)(build)}, which does not begin with a digit`, "F-13");
    }
    return { name, version, build, pythonTag, abiTag, platformTag };
}
function invalid(filename, problem, rule) {
    return new errors/* PublishError */.S1("distribution-invalid", `The wheel name ${(0,quote/* quote */.h)(filename, 255)} ${problem} (${rule}).`, {
        filename,
        remedy: REBUILD,
    });
}

;// CONCATENATED MODULE: ./lib/distribution/wheel.js





const wheel_REBUILD = "Build the wheel again; renaming a wheel leaves its inside behind.";
/**
 * Reads the core metadata of a wheel. Whether the file name agrees is for the verification to say.
 *
 * @throws PublishError `distribution-invalid` naming the file.
 */
async function readWheel(candidate) {
    const { path, filename, size, modifiedMs } = candidate;
    const parts = parseWheelFilename(filename);
    // W-06, W-29: the folder is named by the text of the file name, not by an equivalent one.
    const member = `${parts.name}-${parts.version}.dist-info/METADATA`;
    const content = await readZipMember(path, member);
    if (content.member === undefined) {
        throw (0,archive_error/* archiveError */.Ji)(path, `has no ${(0,quote/* quote */.h)(member)}${otherMetadata(content.names)}`, { remedy: wheel_REBUILD });
    }
    const metadata = parseMetadataOf(filename, "METADATA", content.member);
    return { kind: "wheel", path, filename, size, modifiedMs, metadata, pythonTag: parts.pythonTag };
}
function otherMetadata(names) {
    const other = names.find((name) => /^[^/]+\.dist-info\/METADATA$/.test(name));
    return other === undefined ? "" : `, but ${(0,quote/* quote */.h)(other)}`;
}

;// CONCATENATED MODULE: ./lib/distribution/read-distributions.js





const FILES_AT_ONCE = 4;
/** Reads the core metadata of all candidates, a few at a time; what is wrong with a file becomes a finding. */
async function readDistributions(candidates) {
    const results = new Array(candidates.length);
    let next = 0;
    const work = async () => {
        for (let index = next++; index < candidates.length; index = next++) {
            const candidate = candidates[index];
            if (candidate !== undefined) {
                results[index] = await readOne(candidate);
            }
        }
    };
    await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
    const distributions = results.filter((result) => "kind" in result);
    const errors = results.filter((result) => "severity" in result);
    return { distributions, findings: [...errors, ...distributions.flatMap(warnings)] };
}
async function readOne(candidate) {
    try {
        if (candidate.size === 0) {
            throw (0,archive_error/* archiveError */.Ji)(candidate.path, "is empty", {
                remedy: "Build it again; a step before may have been cut off, or uploaded the file before it was written.",
            });
        }
        return await (candidate.filename.endsWith(".whl") ? readWheel(candidate) : readSdist(candidate));
    }
    catch (error) {
        if (error instanceof errors/* PublishError */.S1) {
            const { filename, path } = candidate;
            const damaged = error instanceof archive_error/* ArchiveError */.di ? { damaged: true } : {};
            return {
                filename,
                path,
                ...damaged,
                severity: "error",
                message: (0,errors/* describeError */.Uc)(error),
                remedy: error.remedy ?? "",
            };
        }
        throw error;
    }
}
function warnings({ filename, metadata }) {
    return metadata.warnings.map((warning) => ({
        filename,
        severity: "warning",
        message: `${(0,quote/* quote */.h)(filename, 255)}: ${warning}`,
        remedy: "Correct the project's metadata, or build with a current build back end.",
    }));
}

;// CONCATENATED MODULE: ./lib/runner/http-settings.js



const MOST_SECONDS = 3600;
const MOST_RUN_SECONDS = 6 * 3600;
const MOST_RETRIES = 20;
/**
 * What the environment asks of the transport: `PUBLISH_HTTP_TIMEOUT` in seconds and `PUBLISH_HTTP_RETRIES`,
 * for networks that are slower or less reliable than others.
 *
 * @throws PublishError `input-invalid` when one of them is no whole number within its bounds.
 */
function readHttpSettings() {
    const seconds = wholeNumber("PUBLISH_HTTP_TIMEOUT", 1, MOST_SECONDS);
    const retries = wholeNumber("PUBLISH_HTTP_RETRIES", 0, MOST_RETRIES);
    return { ...(seconds !== undefined && { idleMs: seconds * 1000 }), ...(retries !== undefined && { retries }) };
}
/**
 * Milliseconds a whole run may take, by `PUBLISH_TIMEOUT` in seconds; undefined when the environment does not say.
 *
 * @throws PublishError `input-invalid` as above.
 */
function readRunTimeout() {
    const seconds = wholeNumber("PUBLISH_TIMEOUT", 1, MOST_RUN_SECONDS);
    return seconds === undefined ? undefined : seconds * 1000;
}
/** Has the log hide the passwords in the addresses of proxies, as they are written and as they are meant. */
function maskProxyPasswords(log) {
    const names = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"];
    const written = names.map((name) => URL.parse(process.env[name] ?? "")?.password ?? "");
    for (const password of new Set(written.flatMap((one) => [one, http_settings_decoded(one)]))) {
        log.mask(new secret/* Secret */.z(password));
    }
}
function http_settings_decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function wholeNumber(name, least, most) {
    const text = (process.env[name] ?? "").trim();
    if (text === "") {
        return undefined;
    }
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) {
        return value;
    }
    throw new errors/* PublishError */.S1("input-invalid", `The environment variable ${name} is ${(0,quote/* quote */.h)(text)}.`, {
        remedy: `Accepted are whole numbers from ${least} to ${most}.`,
    });
}

;// CONCATENATED MODULE: ./lib/run/check.js








/** Finds the distributions, judges them and holds them against the index: what is left to upload. Errors are thrown. */
async function check({ context, log, ledger, signal, endAfter }, inputs, simpleApi) {
    const found = await discoverDistributions({ packagesDir: inputs.packagesDir, workspace: context.workspace });
    endAfter(readRunTimeout() ?? runTimeLimit(found.candidates));
    sayWhatWasFound(found, inputs.target.name, log);
    readAhead(simpleApi, found.candidates);
    const { distributions, findings } = await readDistributions(found.candidates);
    ledger.open(distributions);
    (0,digests/* hashAhead */["in"])((0,digests/* largeFiles */.vU)(distributions), { md5: inputs.printHash, signal });
    // In files of their own: what a run needs first must not wait for all the rest to be read.
    const { verifyRelease } = await Promise.all(/* import() */[__nccwpck_require__.e(110), __nccwpck_require__.e(701)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1701));
    const verified = await verifyRelease({ distributions, findings, strictness: strictness(inputs), signal });
    sayWarnings(verified.warnings, log);
    ledger.open(verified.distributions);
    const { compareWithIndex } = await Promise.all(/* import() */[__nccwpck_require__.e(110), __nccwpck_require__.e(936)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9936));
    const rulesOfPypi = isPypiSoftware(inputs);
    const attestationsRequired = inputs.attestations === "required";
    const comparing = { ...inputs, simpleApi, rulesOfPypi, attestationsRequired, ledger, log, clock: Date, signal };
    const comparison = await compareWithIndex(verified, comparing);
    sayWarnings(comparison.warnings, log);
    return comparison;
}
function strictness(inputs) {
    if (!inputs.verifyMetadata) {
        return "form-only";
    }
    return isPypiSoftware(inputs) ? "pypi" : "general";
}
/** An index that trusts publishers is PyPI's software and judges as PyPI does; others have rules of their own. */
function isPypiSoftware(inputs) {
    return inputs.target.kind !== "other" || usesTrustedPublishing(inputs);
}

;// CONCATENATED MODULE: ./lib/report/outputs.js
/** The outputs of the action, by name. One that is not true of this run is left out. */
function outputsOf({ results, releases, version, attestationsFolder }) {
    const count = (wanted) => String(results.filter(({ status }) => status === wanted).length);
    const outputs = new Map([
        ["distributions", JSON.stringify(results.map(distributionOutput))],
        ["uploaded", count("uploaded")],
        ["already-present", count("already-present")],
    ]);
    const pages = releases.map(({ page }) => page).filter((page) => page !== undefined);
    const [page] = pages;
    if (page !== undefined) {
        outputs.set("project-url", page);
        outputs.set("project-urls", pages.join("\n"));
    }
    if (attestationsFolder !== undefined) {
        outputs.set("attestations-dir", attestationsFolder);
    }
    if (version !== undefined) {
        outputs.set("version", version);
    }
    return outputs;
}
function distributionOutput({ distribution, status, digests, url, attested, attempts, seconds }) {
    return {
        filename: distribution.filename,
        project: distribution.metadata.name,
        version: distribution.metadata.version,
        kind: distribution.kind,
        size: distribution.size,
        ...(digests !== undefined && { sha256: digests.sha256, blake2b_256: digests.blake2b256 }),
        status,
        ...(url !== undefined && { url }),
        attested,
        attempts,
        seconds,
    };
}

;// CONCATENATED MODULE: ./lib/report/markdown.js

/** Columns after which a long line of a code block is continued on the next one: GitHub does not wrap them. */
const WRAP_AT = 110;
/** Text on one line, inert in GitHub-flavoured Markdown, also inside a table cell. */
function codeSpan(text) {
    const line = (0,quote/* printable */.g)(text).replace(/\s+/g, " ").trim();
    if (line === "") {
        return "";
    }
    if (/[|\\`]/.test(line)) {
        // A code span cannot hold these in a table; an element can, when everything in it is an entity.
        return `<code>${escaped(line)}</code>`;
    }
    return `\`${line}\``;
}
function escaped(line) {
    return Array.from(line, (character) => (/[a-z0-9 ]/i.test(character) ? character : entity(character))).join("");
}
/** The comment keeps an @ apart from what follows, which a renderer would else take for an address or a name. */
function entity(character) {
    return `&#${character.codePointAt(0)};${character === "@" ? "<!-- -->" : ""}`;
}
/** A code block holds any text as it is, once no line of it can close the block. */
function codeBlock(text) {
    const lines = (0,quote/* printable */.g)(text);
    const longest = Math.max(2, ...Array.from(lines.matchAll(/`+/g), ([ticks]) => ticks.length));
    const fence = "`".repeat(longest + 1);
    return `${fence}text\n${lines}\n${fence}`;
}
/** Sentences with their long lines continued on the next one, for a code block. */
function wrapped(text) {
    return text.split("\n").flatMap(wrappedLine).join("\n");
}
function wrappedLine(line) {
    const lines = [];
    let rest = line;
    while (rest.length > WRAP_AT) {
        const at = rest.lastIndexOf(" ", WRAP_AT);
        if (at <= 0 || rest.slice(0, at).trim() === "") {
            break;
        }
        lines.push(rest.slice(0, at));
        rest = rest.slice(at + 1);
    }
    return [...lines, rest];
}
/**
 * Sentences of ours, in which values may stand that are not: every word with a character
 * that means something to Markdown, HTML or GitHub becomes code, a URL of a trusted origin
 * a link. What is between backticks is code; lines that begin with two spaces are a code block.
 *
 * @param trusted origins such as `https://pypi.org`
 */
function prose(text, trusted) {
    const parts = [];
    let block = [];
    const endBlock = () => {
        if (block.length > 0) {
            parts.push("", codeBlock(block.map((line) => line.slice(2)).join("\n")), "");
            block = [];
        }
    };
    for (const line of (0,quote/* printable */.g)(text).split("\n")) {
        if (/^ {2}/.test(line)) {
            block.push(line);
        }
        else {
            endBlock();
            // Two spaces at the end keep the line break.
            parts.push(`${proseLine(line, trusted)}  `);
        }
    }
    endBlock();
    return parts
        .join("\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim();
}
function proseLine(line, trusted) {
    const item = /^- (.*)$/.exec(line)?.[1];
    const text = (item ?? line)
        .split(/(`[^`]+`|\s+)/)
        .map((part) => (/^`[^`]+`$/.test(part) ? codeSpan(part.slice(1, -1)) : word(part, trusted)))
        .join("");
    // What would begin a list, a heading's underline or an ordered list does not.
    return item === undefined ? text.replace(/^([-+=])|^(\d+)([.)])/, beginning) : `- ${text}`;
}
function beginning(_match, sign, number, mark) {
    return sign === undefined ? `${number}${entity(mark ?? "")}` : entity(sign);
}
/** Letters, digits and punctuation that nothing acts upon. */
const PLAIN_WORD = /^[\p{L}\p{N}.,;:!?()'"’“”/%+=–—…-]*$/u;
/** What a renderer or a filter of GitHub turns into something else: addresses, emoji, issues, commits. */
const ACTIVE = /:\/\/|www\.|:[\w+-]+:|\bGH-\d|[0-9a-f]{7}|xmpp:|mailto:/i;
/** Punctuation that belongs to the sentence. */
const BEHIND_WORDS = ".,;:!?)\"'";
function word(text, trusted) {
    if (/^\s*$/.test(text) || (PLAIN_WORD.test(text) && !ACTIVE.test(text))) {
        return text;
    }
    const from = text.search(/[^("']|$/u);
    let to = text.length;
    while (to > from && BEHIND_WORDS.includes(text.charAt(to - 1))) {
        to -= 1;
    }
    const core = text.slice(from, to);
    return `${text.slice(0, from)}${markdown_link(core, trusted) ?? codeSpan(core)}${text.slice(to)}`;
}
function markdown_link(text, trusted) {
    if (!/^https:\/\//.test(text) || !URL.canParse(text)) {
        return undefined;
    }
    const { origin, href } = new URL(text);
    return trusted.has(origin) ? linkTo(href, href) : undefined;
}
/** @param href an address of our own making, in which values are percent-encoded */
function linkTo(href, label) {
    const inLink = href.replace(/[()<>\\|`*_~[\]\s]/g, (character) => encodeURIComponent(character));
    const target = inLink.replace(/[()*_~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
    return `[${escaped((0,quote/* printable */.g)(label))}](${target})`;
}
/** A part that is closed until someone opens it. */
function details(summary, content) {
    return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

;// CONCATENATED MODULE: ./lib/report/summary-table.js



const HEAD = "| File | Kind | Size | SHA-256 | Status | Attested | Time |\n| :-- | :-- | --: | :-- | :-- | :-- | --: |";
/** Bytes kept for the sentence about what is left out. */
const SENTENCE_BYTES = 400;
/** Of a table: its heading and head; of a folded one, the rows that are shown twice. */
const OVERHEAD_BYTES = 500;
const TWICE_BYTES = 20_000;
/** Longer tables are folded, so that what stands below them is seen. */
const UNFOLDED_ROWS = 30;
const summary_table_IN_ORDER = new Set(["uploaded", "already-present", "would-upload", "not-attempted"]);
/** One table for each release, as many rows as fit into so many bytes. */
function fileTables(releases, room) {
    const budget = { left: room - SENTENCE_BYTES };
    let hidden = 0;
    const parts = releases.flatMap(({ project, version, results }) => {
        const rows = fitting(results.map(row), budget);
        hidden += results.length - rows.length;
        const heading = releases.length === 1 ? [] : [`#### ${codeSpan(`${project} ${version}`)}`];
        return rows.length === 0 ? [] : [...heading, ...tables(results, rows)];
    });
    if (hidden > 0) {
        parts.push(`${hidden} more files are not shown, since GitHub limits the size of a summary. The log and the output \`distributions\` have all of them.`);
    }
    return parts.join("\n\n");
}
function fitting(rows, budget) {
    budget.left -= OVERHEAD_BYTES + (rows.length > UNFOLDED_ROWS ? TWICE_BYTES : 0);
    const end = rows.findIndex((line) => {
        budget.left -= Buffer.byteLength(line) + 1;
        return budget.left < 0;
    });
    return end < 0 ? rows : rows.slice(0, end);
}
function tables(results, rows) {
    const table = [HEAD, ...rows].join("\n");
    if (rows.length <= UNFOLDED_ROWS) {
        return [table];
    }
    const odd = rows.filter((_row, number) => !summary_table_IN_ORDER.has(results[number]?.status ?? "unknown"));
    const shown = odd.length === 0 ? [] : [[HEAD, ...odd.slice(0, UNFOLDED_ROWS)].join("\n")];
    return [...shown, details(`${rows.length} files`, table)];
}
function row({ distribution, digests, status, attested, attempts, seconds }) {
    const hash = digests === undefined ? "" : `<code title="${digests.sha256}">${digests.sha256.slice(0, 8)}…</code>`;
    const time = attempts === 0 ? "" : `${(0,quantity/* humanSeconds */.Nj)(seconds)}${attempts > 1 ? ` (${attempts} attempts)` : ""}`;
    const cells = [
        codeSpan(distribution.filename),
        distribution.kind,
        (0,quantity/* humanSize */.Xe)(distribution.size),
        hash,
        statusCell(status),
        attested ? "yes" : "no",
        time,
    ];
    // Only the file name may be broken into lines.
    const unbroken = cells.map((cell, column) => (column === 0 || column === 3 ? cell : cell.replaceAll(" ", "\u00a0")));
    return `| ${unbroken.join(" | ")} |`;
}
const SIGNS = {
    uploaded: "✅",
    "already-present": "✅",
    "passed-over": "⚠️",
    refused: "❌",
    unknown: "❓",
    "not-attempted": "⏸️",
    "would-upload": "🔎",
};
function statusCell(status) {
    return `${SIGNS[status]} ${(0,upload_result/* statusText */.q)(status)}`;
}
/** The whole SHA-256 of every file, in the form that `sha256sum --check` reads; empty when it does not fit. */
function hashList(results, room) {
    const lines = results.flatMap(({ digests, distribution: { filename } }) => digests === undefined ? [] : [`${digests.sha256}  ${filename}`]);
    if (lines.length === 0) {
        return "";
    }
    const list = details("SHA-256 of each file", codeBlock(lines.join("\n")));
    return Buffer.byteLength(list) > room ? "" : list;
}

;// CONCATENATED MODULE: ./lib/report/summary.js





/** GitHub takes 1 MiB of a step and drops a summary that is larger; other text of ours stays far below the rest. */
const SUMMARY_BYTES = 1024 * 1024;
const RESERVE_BYTES = 16 * 1024;
/** Of one message; longer ones are in the log. */
const MESSAGE_CHARACTERS = 60_000;
const SENTENCES_SHOWN = 100;
/** Of the sentences below one title: what is escaped may be ten times as long as it was. */
const SENTENCES_BYTES = 100 * 1024;
const NAMES_SHOWN = 3;
/** The job summary. Everything that comes from files or servers stands in it as inert text. */
function summaryMarkdown(report) {
    const before = [`### ${headline(report)}`, state(report)];
    if (report.failure !== undefined) {
        before.push(...failureParts(report.failure, report.origins));
    }
    if (report.install.length > 0) {
        before.push(codeBlock(report.install.slice(0, SENTENCES_SHOWN).join("\n")));
    }
    const after = [
        ...sentences("Found out", report.dryRun?.found ?? [], report.origins),
        ...sentences("Not checked", report.dryRun?.unchecked ?? [], report.origins),
        ...sentences("Warnings", report.warnings, report.origins),
        ...sentences("Advice", report.advice, report.origins),
        times(report),
    ];
    const fixed = [...before, ...after].join("\n\n");
    const room = SUMMARY_BYTES - RESERVE_BYTES - Buffer.byteLength(fixed);
    const tables = fileTables(report.releases, room);
    const hashes = hashList(report.results, room - Buffer.byteLength(tables));
    return `${[...before, tables, hashes, ...after].filter((part) => part !== "").join("\n\n")}\n`;
}
function headline({ failure, results, releases, indexName, dryRun }) {
    const where = indexName === undefined ? "" : ` to ${/^(Test)?PyPI$/.test(indexName) ? indexName : codeSpan(indexName)}`;
    const has = (status) => results.some((result) => result.status === status);
    const all = named(releases);
    if (dryRun !== undefined) {
        return failure !== undefined
            ? `❌ Dry run: publishing${all}${where} would fail`
            : has("would-upload")
                ? `🔎 Dry run:${named(releases, "would-upload")} would be published${where}`
                : `🔎 Dry run: nothing new to publish${where}`;
    }
    if (failure === undefined) {
        return has("uploaded") ? `✅ Published${named(releases, "uploaded")}${where}` : `✅ Nothing new to publish${where}`;
    }
    const there = has("uploaded") || has("already-present");
    const outcome = there ? "Partly published" : has("unknown") ? "Perhaps partly published" : "Not published";
    return all === "" ? `❌ ${outcome}${where}` : `❌ ${outcome}:${all}${where}`;
}
/** Names of the releases, or of those with a file of that status, behind a space. */
function named(releases, status) {
    const names = releases
        .filter(({ results }) => status === undefined || results.some((result) => result.status === status))
        .map(({ project, version }) => codeSpan(`${project} ${version}`));
    const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : "";
    return names.length === 0 ? "" : ` ${names.slice(0, NAMES_SHOWN).join(", ")}${more}`;
}
/** How many of the files are on the index, and where to look at them. */
function state({ results, releases, failure }) {
    const pages = releases.flatMap(({ project, version, page }) => page === undefined ? [] : [linkTo(page, `${project} ${version}`)]);
    const shown = pages.slice(0, SENTENCES_SHOWN).map((page) => `🔗 ${page}`);
    const onIndex = results.filter(({ status }) => isOnIndex(status)).length;
    const nothingSent = results.every(({ status }) => status === "not-attempted" || status === "refused");
    const one = results.length === 1;
    const start = failure === undefined
        ? `${results.length} ${one ? "file" : "files"}: ${tally(results)}.`
        : nothingSent
            ? "Nothing was stored by this run."
            : `${onIndex} of ${results.length} ${one ? "file is" : "files are"} on the index: ${tally(results)}.`;
    return [start, ...shown].join("  \n");
}
function failureParts({ code, message, remedy, findings }, origins) {
    const what = findings === undefined || findings.length < 2
        ? message
        : warningTexts(findings)
            .map((text) => `- ${text}`)
            .join("\n");
    return [
        `**What happened** (${codeSpan(code)})`,
        codeBlock(wrapped(cut(what))),
        ...(remedy === undefined ? [] : ["**What to do**", prose(cut(remedy), origins)]),
    ];
}
function cut(text) {
    const characters = text.length > MESSAGE_CHARACTERS ? text.slice(0, MESSAGE_CHARACTERS).toWellFormed() : text;
    return characters === text ? text : `${characters}…\nCut here; the log has all of it.`;
}
function sentences(title, texts, origins) {
    if (texts.length === 0) {
        return [];
    }
    let left = SENTENCES_BYTES;
    const shown = texts
        .slice(0, SENTENCES_SHOWN)
        .map((text) => `- ${prose(oneLine(cut(text)), origins)}`)
        .filter((line) => {
        left -= Buffer.byteLength(line);
        return left >= 0;
    });
    const more = texts.length > shown.length ? [`- ${texts.length - shown.length} more, which are in the log`] : [];
    return [`**${title}**`, [...shown, ...more].join("\n")];
}
/** A block that opened inside of a list item would end with its line, and what follows would be Markdown. */
function oneLine(text) {
    return text.replace(/\s+/g, " ").trim();
}
function times({ stages, seconds }) {
    const each = stages.map((stage) => `${stage.name} ${(0,quantity/* humanSeconds */.Nj)(stage.seconds)}`);
    return `<sub>${[...each, `${(0,quantity/* humanSeconds */.Nj)(seconds)} in all`].join(" · ")}</sub>`;
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/runner/commands.js



// The runner's workflow commands (docs.github.com, "Workflow commands for GitHub Actions"). `@actions/core` writes the
// same bytes, which a test holds this to, and brings a second HTTP client with it, which took a third of a run's start.
function info(message) {
    process.stdout.write(`${message}${external_node_os_namespaceObject.EOL}`);
}
function debug(message) {
    command("debug", message);
}
function warning(message) {
    command("warning", message);
}
function error(message, title) {
    command("error", message, ` title=${escapeProperty(title)}`);
}
function startGroup(title) {
    command("group", title);
}
function endGroup() {
    command("endgroup", "");
}
/** Has the runner replace the value by *** in the log from here on. */
function setSecret(value) {
    command("add-mask", value);
}
/** Whether the runner's step debugging is on. */
function isDebug() {
    return process.env.RUNNER_DEBUG === "1";
}
/**
 * Sets an output of the step, by the file the runner gives for it or, where it gives none, by the older command.
 *
 * @throws the file system's error.
 */
function setOutput(name, value) {
    const file = process.env.GITHUB_OUTPUT;
    if (file === undefined || file === "") {
        process.stdout.write(external_node_os_namespaceObject.EOL);
        command("set-output", value, ` name=${escapeProperty(name)}`);
        return;
    }
    // A delimiter that nobody can guess: a value cannot end itself and go on as another output.
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    (0,external_node_fs_namespaceObject.appendFileSync)(file, `${name}<<${delimiter}${external_node_os_namespaceObject.EOL}${value}${external_node_os_namespaceObject.EOL}${delimiter}${external_node_os_namespaceObject.EOL}`);
}
function command(name, message, properties = "") {
    process.stdout.write(`::${name}${properties}::${escapeData(message)}${external_node_os_namespaceObject.EOL}`);
}
function escapeData(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

;// CONCATENATED MODULE: ./lib/runner/outputs.js


function writeOutputs(outputs) {
    for (const [name, value] of outputs) {
        setOutput(name, value);
    }
}
/** Nothing happens where the runner keeps no summaries (older GitHub Enterprise Server). */
function writeSummary(context, markdown) {
    if (context.summaryFile !== undefined) {
        (0,external_node_fs_namespaceObject.appendFileSync)(context.summaryFile, markdown);
    }
}

// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(6413);
;// CONCATENATED MODULE: ./lib/runner/workflow-context.js





function readWorkflowContext() {
    const env = process.env;
    const workspace = env.GITHUB_WORKSPACE || process.cwd();
    return {
        onGitHubActions: env.GITHUB_ACTIONS === "true",
        eventName: env.GITHUB_EVENT_NAME ?? "",
        repository: env.GITHUB_REPOSITORY ?? "",
        workspace,
        temporary: env.RUNNER_TEMP || (0,external_node_os_namespaceObject.tmpdir)(),
        serverUrl: (env.GITHUB_SERVER_URL || "https://github.com").replace(/(?<!\/)\/+$/, ""),
        checkout: [".git", ".hg"].some((folder) => (0,external_node_fs_namespaceObject.existsSync)((0,external_node_path_.join)(workspace, folder))),
        fromFork: isFromFork(env.GITHUB_EVENT_PATH),
        debug: env.RUNNER_DEBUG === "1",
        summaryFile: env.GITHUB_STEP_SUMMARY || undefined,
        requestToken: new secret/* Secret */.z(env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? ""),
        identityTokenUrl: env.ACTIONS_ID_TOKEN_REQUEST_TOKEN
            ? (URL.parse(env.ACTIONS_ID_TOKEN_REQUEST_URL ?? "") ?? undefined)
            : undefined,
    };
}
/** The value an input has in the workflow or by default of action.yml; undefined when neither names it. */
function readInput(name) {
    return process.env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`];
}
function isFromFork(eventPath) {
    const event = readEvent(eventPath);
    const pullRequest = (0,json/* member */.D)(event, "pull_request");
    if (pullRequest !== undefined) {
        const head = (0,json/* member */.D)((0,json/* member */.D)((0,json/* member */.D)(pullRequest, "head"), "repo"), "full_name");
        const base = (0,json/* member */.D)((0,json/* member */.D)((0,json/* member */.D)(pullRequest, "base"), "repo"), "full_name");
        // A fork that has been deleted since leaves the head without a repository.
        return head !== base;
    }
    const workflowRun = (0,json/* member */.D)(event, "workflow_run");
    return (workflowRun !== undefined &&
        (0,json/* member */.D)((0,json/* member */.D)(workflowRun, "head_repository"), "full_name") !==
            (0,json/* member */.D)((0,json/* member */.D)(workflowRun, "repository"), "full_name"));
}
function readEvent(path) {
    try {
        return path === undefined ? undefined : JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(path, "utf8"));
    }
    catch {
        // The payload only improves a message; a job without a readable one goes on.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/run/finish.js








/** Of a dry run that fails before anything can be tried. */
const NOTHING_REHEARSED = { found: [], unchecked: [] };
/** Outputs, job summary, closing line and annotations. Gives the exit code of the action. */
function writeReport(run, failure) {
    const { context, log, ledger, inputs, stages } = run;
    const report = makeReport({
        results: ledger.results(),
        target: inputs?.target,
        failure,
        install: run.install ?? [],
        // Also where another input is wrong.
        dryRun: readInput("dry-run")?.trim().toLowerCase() === "true" ? (run.rehearsed ?? NOTHING_REHEARSED) : undefined,
        warnings: log.warnings,
        advice: inputs === undefined ? [] : adviceOn(inputs, context),
        stages: stages.stages(),
        seconds: stages.seconds,
        attestationsFolder: run.attestationsFolder,
    });
    attempt("outputs", log, () => writeOutputs(outputsOf(report)));
    attempt("job summary", log, () => writeSummary(context, summaryMarkdown(report)));
    if (report.failure === undefined) {
        log.info(closingLine(report));
        return 0;
    }
    for (const { title, text } of annotations(report.failure, report.results)) {
        log.failure(title, text);
    }
    return 1;
}
function adviceOn({ target, password, dryRun }, context) {
    return advice({
        target,
        passwordGiven: !password.isEmpty,
        identityTokens: context.identityTokenUrl !== undefined,
        // A job that only tries the release may well build it.
        publishesFromCheckout: context.checkout && !dryRun,
    });
}
/** What is on the index is not undone by a runner whose files cannot be written; the log still says it all. */
function attempt(what, log, write) {
    try {
        write();
    }
    catch (error) {
        log.warning(`The ${what} could not be written: ${(0,errors/* describeError */.Uc)(error)}`);
    }
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./lib/runner/cancellation.js


/**
 * Aborted when the runner cancels the job: it sends SIGINT, some seconds later
 * SIGTERM, and then ends the process. The time between is for the report.
 */
function cancellation() {
    const controller = new AbortController();
    // Every exchange under way listens to it.
    (0,external_node_events_.setMaxListeners)(0, controller.signal);
    // On Windows the second of the two is CTRL_BREAK.
    for (const name of ["SIGINT", "SIGTERM", "SIGBREAK"]) {
        process.on(name, () => {
            controller.abort(new errors/* PublishError */.S1("cancelled", `The run was cancelled (${name}).`, {
                remedy: "Run the job again to finish the release.",
            }));
        });
    }
    const began = performance.now();
    let timer;
    const endAfter = (ms) => {
        clearTimeout(timer);
        timer = setTimeout(() => controller.abort(tooLong(ms)), Math.max(0, began + ms - performance.now()));
        // A run that is done does not wait for its deadline.
        timer.unref();
    };
    return { signal: controller.signal, endAfter, end: () => controller.abort() };
}
function tooLong(ms) {
    return new errors/* PublishError */.S1("deadline-exceeded", `The run had not ended after ${Math.round(ms / 1000)} s, and was ended.`, {
        remedy: "Run the job again: it goes on where this run ended. If it needs more time than that, set the environment variable PUBLISH_TIMEOUT of the step to the seconds it may take.",
    });
}

;// CONCATENATED MODULE: ./lib/runner/identity-token.js





const EXCHANGE_MS = 30_000;
/** Identity tokens from GitHub, or the reason why this job can have none. */
class RunnerIdentityTokens {
    #context;
    #connection;
    constructor(context, connection) {
        this.#context = context;
        this.#connection = connection;
    }
    async identityToken(audience) {
        const { identityTokenUrl, requestToken } = this.#context;
        if (identityTokenUrl === undefined) {
            throw new errors/* PublishError */.S1("identity-token-unavailable", ...whyUnavailable(this.#context));
        }
        const answer = await this.#ask(identityTokenUrl, audience);
        const token = answer.status === 200 ? tokenIn(answer.body) : undefined;
        if (token === undefined) {
            const said = answer.status === 200 ? "the answer holds no token" : await (0,answer_text/* answerText */.yy)(answer, [requestToken]);
            throw noToken(`${answer.url.host} answers ${answer.status}: ${said}`);
        }
        this.#connection.log.mask(token);
        return token;
    }
    async #ask(url, audience) {
        const { http, log, signal } = this.#connection;
        const asked = new URL(url);
        asked.searchParams.set("audience", audience);
        const authorization = new secret/* Secret */.z(`Bearer ${this.#context.requestToken.reveal()}`);
        const request = {
            method: "GET",
            url: asked,
            accept: "application/json",
            authorization,
            totalMs: EXCHANGE_MS,
        };
        const what = "the request for an identity token";
        const { outcome, stopped } = await (0,retry/* persist */.Zr)(http, () => request, { log, signal, what }).catch((error) => {
            throw error instanceof errors/* PublishError */.S1 && error.code === "redirect-refused" ? noToken(error.message, error) : error;
        });
        if (outcome instanceof exchange_error/* ExchangeError */.Sb || stopped !== undefined) {
            throw noToken(outcome instanceof exchange_error/* ExchangeError */.Sb ? outcome.message : what, stopped ?? outcome);
        }
        return outcome;
    }
}
function noToken(reason, cause) {
    return new errors/* PublishError */.S1("identity-token-unavailable", `GitHub gave no identity token: ${reason}`, {
        remedy: "Run the job again; if it stays so, see https://www.githubstatus.com.",
        cause,
    });
}
function tokenIn(body) {
    const parsed = (0,answer_text/* parseJson */.qF)(body);
    if (typeof parsed !== "object" || parsed === null || !("value" in parsed)) {
        return undefined;
    }
    return typeof parsed.value === "string" && parsed.value !== "" ? new secret/* Secret */.z(parsed.value) : undefined;
}
function whyUnavailable(context) {
    if (!context.onGitHubActions) {
        return [
            "There is no password, and trusted publishing works in GitHub Actions only, where this run is not.",
            { remedy: "Give an API token as `password`." },
        ];
    }
    if (context.fromFork) {
        return [
            "GitHub gives no identity token to a pull request from a fork.",
            { remedy: "Publish from a `push`, `release` or `workflow_dispatch` event of the repository itself." },
        ];
    }
    return [
        "This job may not ask GitHub for an identity token, which trusted publishing needs.",
        {
            remedy: "Give the job the permission (and, where the job is in a called workflow, the calling job too):\n  permissions:\n    id-token: write\nOr give an API token as `password`.",
        },
    ];
}

;// CONCATENATED MODULE: ./lib/runner/log.js


/** The log of the step. Whatever is written there, the runner takes none of it for a command. */
class RunnerLog {
    /** Whether debug messages are shown to everyone, not only in the runner's debug mode. */
    verbose = false;
    #warnings = new Set();
    /** What has been warned about so far, for the job summary. */
    get warnings() {
        return [...this.#warnings];
    }
    info(message) {
        info(inert(message));
    }
    group(title, lines) {
        startGroup(inert(title).replaceAll("\n", " "));
        for (const line of lines) {
            info(inert(line));
        }
        endGroup();
    }
    debug(message) {
        if (this.verbose) {
            info(inert(message));
        }
        else if (isDebug()) {
            debug(inert(message));
        }
    }
    /** Said once, however often it comes up. */
    warning(message) {
        if (this.#warnings.has(message)) {
            return;
        }
        this.#warnings.add(message);
        warning(inert(message));
    }
    /** The one annotation of a failed run. */
    failure(title, message) {
        error(inert(message), inert(title));
    }
    mask(secret) {
        if (!secret.isEmpty) {
            setSecret(secret.reveal());
        }
    }
}
/**
 * The runner reads a command from a line that begins with `::`, and one of the older form anywhere in it; the page of the
 * log folds and colours by the older form also what stands in a command.
 */
function inert(text) {
    return (0,quote/* printable */.g)(text)
        .replace(/^([^\S\n]*):(?=:)/gm, "$1: ")
        .replaceAll("##[", "## [");
}

// EXTERNAL MODULE: ./lib/trusted-publishing/diagnosis.js + 1 modules
var diagnosis = __nccwpck_require__(9867);
// EXTERNAL MODULE: ./lib/trusted-publishing/index-question.js
var index_question = __nccwpck_require__(3308);
;// CONCATENATED MODULE: ./lib/trusted-publishing/audience.js







/** Index rule O-01; asking GitHub for another audience would make a token that is good elsewhere. */
const AUDIENCES = { pypi: "pypi", testpypi: "testpypi" };
/** Audiences that other services accept: an index that asks for one of them could use the token there. */
const AUDIENCES_OF_OTHERS = /^(pypi|testpypi|sigstore|sts\.amazonaws\.com|api:\/\/AzureADTokenExchange|https?:\/\/.*(github|google|amazonaws|azure|vault).*)$/i;
/**
 * Which audience the index wants in an identity token. The question changes nothing, so it may be asked before all else.
 *
 * @throws PublishError one code for each way it can fail.
 */
async function askAudience(exchange) {
    const answer = await (0,index_question/* reach */.gl)(exchange, "the question for the audience", () => ({
        method: "GET",
        url: new URL("/_/oidc/audience", exchange.target.site),
        accept: "application/json",
        totalMs: index_question/* EXCHANGE_MS */.fH,
    }));
    if (answer.status >= 500 || answer.status === 429) {
        throw await (0,index_question/* unavailable */.hU)(exchange.target, answer);
    }
    const parsed = (0,answer_text/* parseJson */.qF)(answer.body);
    const audience = answer.status === 200 ? (0,json/* member */.D)(parsed, "audience") : undefined;
    if (typeof audience === "string" && audience !== "") {
        return acceptableAudience(exchange.target, audience);
    }
    if (answer.status === 200 && !(0,answer_text/* isHtml */._6)(answer) && parsed === undefined) {
        throw new errors/* PublishError */.S1("index-answer-invalid", `${answer.url.href} answers with broken JSON.`, {
            remedy: "Run the job again; if it stays so, the index or a proxy before it is out of order.",
        });
    }
    if (answer.status === 403 && saysDisabled(parsed)) {
        throw (0,diagnosis/* disabled */.r)(exchange.target, `It says: ${await (0,answer_text/* answerText */.yy)(answer)}`);
    }
    throw new errors/* PublishError */.S1("trusted-publishing-unsupported", `${exchange.target.name} has no trusted publishing (${answer.url.href} answers ${answer.status}), and no \`password\` is given.`, {
        remedy: "Give `user` and `password` of this index; if they are secrets, check that they reach this job and are not empty.",
    });
}
function saysDisabled(answer) {
    const message = (0,json/* member */.D)(answer, "message");
    return typeof message === "string" && message.includes("not enabled");
}
/** An index names its own audience and none that makes the token useful to it elsewhere. */
function acceptableAudience(target, audience) {
    const expected = target.kind === "other" ? undefined : AUDIENCES[target.kind];
    const readable = audience.length <= 200 && /^[\x21-\x7e]+$/.test(audience);
    // A pattern for what is long takes time by the square of it.
    const foreign = readable && expected === undefined && !(0,package_index_target/* isLoopback */.U9)(target.site.hostname) && AUDIENCES_OF_OTHERS.test(audience);
    if (readable && !foreign && (expected === undefined || audience === expected)) {
        return audience;
    }
    throw new errors/* PublishError */.S1("index-answer-invalid", `${target.name} asks for an identity token for the audience ${(0,quote/* quote */.h)(audience)}, which is not its own.`, { remedy: "Check `repository-url`: a token for that audience could be used elsewhere, so none was requested." });
}

;// CONCATENATED MODULE: ./lib/version.js
/** Version of the action; the same as in package.json. */
const VERSION = "0.1.0";

;// CONCATENATED MODULE: ./lib/main.js




















const USER_AGENT = `publish-python-distributions/${VERSION} Node/${process.versions.node}`;
/** The exit code of the action. The report is written on every way out. */
async function run() {
    const ending = cancellation();
    const started = {
        context: readWorkflowContext(),
        log: new RunnerLog(),
        ledger: new Ledger(),
        ...ending,
        stages: new StageTimes(Date),
    };
    let failure;
    try {
        await publishRelease(started);
    }
    catch (error) {
        // A cancelled request fails with whatever it was doing; the reason is the cancellation.
        failure = { error: ending.signal.aborted ? ending.signal.reason : error };
    }
    ending.end();
    await started.connections?.close();
    return writeReport(started, failure);
}
async function publishRelease(run) {
    const inputs = readInputs(run);
    const { index: http, github, sigstore } = await connect(run, inputs);
    const { context, log, signal, stages } = run;
    log.verbose = inputs.verbose;
    sayWhatIsOdd(inputs.warnings, context, log);
    const { target } = inputs;
    const trustedPublishing = usesTrustedPublishing(inputs);
    const { simpleApi, readers } = openReadSide({ ...inputs, trustedPublishing }, { http, log, signal });
    const asksTwice = trustedPublishing && simpleApi?.location.url.origin === target.site.origin;
    http.warm(trustedPublishing ? target.site : target.uploadUrl, asksTwice ? 2 : 1);
    const audience = trustedPublishing ? askAhead({ http, target, log, signal }) : undefined;
    const { release, projects } = await stages.time("check", () => check(run, inputs, simpleApi));
    if (release.distributions.length === 0) {
        log.info(`Nothing new to publish: ${target.name} has files of all these names already.`);
        return;
    }
    const identityTokens = new RunnerIdentityTokens(context, { http: github, log, signal });
    const request = { inputs, release, projects, audience, http, identityTokens, log, clock: Date, signal };
    const mode = inputs.attestations;
    const preparing = { ...inputs, ...context, mode, trustedPublishing, http: sigstore, identityTokens, log, signal };
    if (inputs.dryRun) {
        run.rehearsed = await stages.time("rehearse", () => rehearse(run, request, preparing));
        return;
    }
    const attester = await prepareAttesting(preparing);
    http.warm(target.uploadUrl, target.uploadUrl.origin === target.site.origin ? 0 : 1);
    await upload(run, request, { inputs, attester, simpleApi, readers });
}
function readInputs(run) {
    const { context, log } = run;
    // Before anything else: a message about the inputs could show it otherwise.
    log.mask(new secret/* Secret */.z((readInput("password") ?? "").trim()));
    log.mask(context.requestToken);
    maskProxyPasswords(log);
    const inputs = parseInputs(readInput);
    run.inputs = inputs;
    return inputs;
}
/** Everything that the index sees. */
async function upload(run, request, uploading) {
    const { inputs, attester, readers, simpleApi } = uploading;
    const { ledger, stages } = run;
    const { release, http, log, clock, signal } = request;
    const obtaining = stages.time("credential", () => (0,publish_credential/* obtainCredential */.H)(request));
    const loading = loadPublishing(release, { md5: inputs.printHash, signal });
    // Where the credential is not to be had, nobody comes for it.
    loading.catch(() => undefined);
    const credential = await obtaining;
    try {
        // The right to publish is proven before anything enters a public log, and all is attested before the first upload.
        const attestations = await attest(run, attester, release);
        const { publish } = await loading;
        await stages.time("upload", () => publish(release, { ...inputs, http, readers, credential, attestations, ledger, log, clock, signal }));
        // Nothing needs the token any more: it is burned while the index is asked what it lists.
        const burned = credential.burn();
        run.install = await main_confirm(run, inputs, simpleApi);
        await burned;
    }
    finally {
        await credential.burn();
    }
}
async function main_confirm({ ledger, log, signal, stages }, inputs, simpleApi) {
    if (simpleApi === undefined || inputs.waitForIndex === 0) {
        return [];
    }
    const { confirmListed } = await __nccwpck_require__.e(/* import() */ 603).then(__nccwpck_require__.bind(__nccwpck_require__, 603));
    const confirming = { ...inputs, simpleApi, ledger, log, clock: Date, signal };
    return stages.time("confirm", () => confirmListed(confirming));
}
async function attest(run, attester, { distributions }) {
    if (attester === undefined) {
        return new Map();
    }
    const { attestations, folder } = await run.stages.time("attest", () => attester.attest(distributions));
    run.attestationsFolder = folder;
    return attestations;
}
/** Asks for the audience while files are checked, which may end the run first. */
function askAhead(question) {
    const audience = askAudience(question);
    audience.catch(() => undefined);
    return audience;
}
/** Has ready what the first uploads need by the time the credential is here. */
async function loadPublishing(release, options) {
    // The question for the credential goes out first.
    await (0,promises_.setTimeout)(1);
    const publishing = await Promise.all(/* import() */[__nccwpck_require__.e(454), __nccwpck_require__.e(110), __nccwpck_require__.e(91)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1091));
    publishing.hashFirst(release, options);
    return publishing;
}
async function connect(run, inputs) {
    run.endAfter(readRunTimeout() ?? runTimeLimit());
    run.connections = await openConnections({
        userAgent: USER_AGENT,
        signal: run.signal,
        settings: { ...readHttpSettings(), trace: (line) => run.log.debug(line) },
        certificates: { ...inputs, workspace: run.context.workspace },
    });
    const { index, github } = run.connections;
    // The index's certificates vouch for a Sigstore of the user's own, not for the public one.
    return { ...run.connections, sigstore: inputs.sigstoreConfig === undefined ? github : index };
}
async function rehearse({ context, ledger }, request, preparing) {
    const { inputs } = request;
    const rehearsal = await __nccwpck_require__.e(/* import() */ 606).then(__nccwpck_require__.bind(__nccwpck_require__, 1606));
    return rehearsal.rehearse({
        ...request,
        ledger,
        printHash: inputs.printHash,
        verifyMetadata: inputs.verifyMetadata,
        identityTokenPossible: context.identityTokenUrl !== undefined || context.eventName !== "pull_request",
        wouldAttest: async () => (await prepareAttesting(preparing))?.named,
    });
}


/***/ }),

/***/ 6196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NC: () => (/* binding */ releasePage),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Zf: () => (/* binding */ publishingPage),
/* harmony export */   hu: () => (/* binding */ parseTarget),
/* harmony export */   qL: () => (/* binding */ runAgain)
/* harmony export */ });
const PYPI_UPLOAD = "https://upload.pypi.org/legacy/";
const TESTPYPI_UPLOAD = "https://test.pypi.org/legacy/";
/** Hosts that are PyPI or TestPyPI in some way, and the one upload address of each. */
const UPLOAD_BY_HOST = new Map([
    ["upload.pypi.org", PYPI_UPLOAD],
    ["pypi.org", PYPI_UPLOAD],
    ["www.pypi.org", PYPI_UPLOAD],
    ["pypi.python.org", PYPI_UPLOAD],
    ["upload.pypi.io", PYPI_UPLOAD],
    ["pypi.io", PYPI_UPLOAD],
    ["files.pythonhosted.org", PYPI_UPLOAD],
    ["test.pypi.org", TESTPYPI_UPLOAD],
    ["upload.test.pypi.org", TESTPYPI_UPLOAD],
    ["testpypi.python.org", TESTPYPI_UPLOAD],
]);
/** The index behind a `repository-url`, or what is wrong with it and which address is right. */
function parseTarget(value) {
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) {
        return schemeFault(value);
    }
    if (!URL.canParse(value)) {
        return { fault: "is not a URL" };
    }
    const url = new URL(value);
    if (url.username !== "" || url.password !== "") {
        return { fault: "holds credentials; put them into the inputs `user` and `password` and leave them out of the URL" };
    }
    if (url.hash !== "") {
        return { fault: `has a fragment (${url.hash}); write ${url.href.slice(0, -url.hash.length)}` };
    }
    return protocolFault(url) ?? knownIndex(url) ?? simplePageFault(url) ?? otherIndex(url);
}
/** The indexes by the names that other tools' configuration gives them. */
const UPLOAD_BY_NAME = new Map([
    ["pypi", PYPI_UPLOAD],
    ["testpypi", TESTPYPI_UPLOAD],
]);
function schemeFault(value) {
    const named = UPLOAD_BY_NAME.get(value.toLowerCase());
    const withScheme = `https://${value.replace(/^(https?:)?\/*/i, "")}`;
    if (named !== undefined || !URL.canParse(withScheme)) {
        return { fault: named === undefined ? "is not a URL; it has to begin with https://" : `is no URL; write ${named}` };
    }
    const right = parseTarget(withScheme);
    if ("fault" in right) {
        return { fault: `has no scheme https://, and it ${right.fault}` };
    }
    // A word alone is a mistake of another kind, for which there is no guess.
    return new URL(withScheme).hostname.includes(".")
        ? { fault: `has no scheme; write ${right.uploadUrl.href}` }
        : { fault: "is not a URL; it has to begin with https://" };
}
function protocolFault(url) {
    if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))) {
        return undefined;
    }
    if (url.protocol === "http:") {
        const right = parseTarget(url.href.replace(/^http:/, "https:"));
        const instead = "fault" in right ? `besides, it ${right.fault}` : `write ${right.uploadUrl.href}`;
        return { fault: `is plain http, which would show the credential to everyone on the way; ${instead}` };
    }
    return { fault: `has the scheme ${url.protocol.slice(0, -1)}; only https is possible` };
}
function isLoopback(hostname) {
    return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
function knownIndex(url) {
    const upload = UPLOAD_BY_HOST.get(url.hostname);
    if (upload === undefined) {
        return undefined;
    }
    // Index rule H-02: the address without its final slash answers with a redirect.
    if (url.href === upload || `${url.href}/` === upload) {
        return upload === PYPI_UPLOAD
            ? { kind: "pypi", name: "PyPI", uploadUrl: new URL(upload), site: new URL("https://pypi.org/") }
            : { kind: "testpypi", name: "TestPyPI", uploadUrl: new URL(upload), site: new URL("https://test.pypi.org/") };
    }
    const what = /^\/project\//.test(url.pathname)
        ? "is the page of a project"
        : /\/simple\b/.test(url.pathname)
            ? "is the Simple API, from which installers read"
            : "is not an upload address";
    return { fault: `${what}; write ${upload}` };
}
/** The read side of other indexes, which their installers' configuration shows and people copy. */
function simplePageFault(url) {
    const match = /^(.*\/)\+?simple\/?$/.exec(url.pathname);
    const base = match?.[1];
    if (base === undefined) {
        return undefined;
    }
    const right = new URL(url.href);
    if (url.hostname.endsWith("dev.azure.com") || url.hostname.endsWith("pkgs.visualstudio.com")) {
        right.pathname = `${base}upload/`;
    }
    else if (/^\/pypi\/[^/]+\/$/.test(base)) {
        right.pathname = `${base}legacy/`;
    }
    else {
        right.pathname = base;
    }
    return { fault: `is a Simple API address, from which installers read; write ${right.href}` };
}
function otherIndex(url) {
    return { kind: "other", name: url.host, uploadUrl: url, site: new URL(url.origin) };
}
/** Page of a release, where the index is known to have one. */
function releasePage(target, project, version) {
    return target.kind === "other"
        ? undefined
        : new URL(`/project/${encodeURIComponent(project)}/${encodeURIComponent(version)}/`, target.site).href;
}
/** The page that registers trusted publishers of a project, its form filled in by the query (index rule O-18). */
function publishingPage(target, project, query) {
    return new URL(`/manage/project/${encodeURIComponent(project)}/settings/publishing/?${query}`, target.site).href;
}
/** What becomes of the files that are stored already when the job is run again (index rule P-19 is PyPI's). */
function runAgain(target) {
    return target.kind === "other"
        ? "a file that is stored with the same content counts as present where the index can be read (`check-url`)"
        : "a file that is stored with the same content is accepted once more";
}


/***/ }),

/***/ 3168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ statusText)
/* harmony export */ });
/** The status as a person would say it. */
function statusText(status) {
    return status === "would-upload" ? "would be uploaded" : status.replaceAll("-", " ");
}


/***/ }),

/***/ 4057:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ Pool)
/* harmony export */ });
/** Runs so many tasks at once and no more; the others wait in the order in which they came. */
class Pool {
    #waiting = [];
    #free;
    constructor(size) {
        this.#free = size;
    }
    /** @param task started when its turn has come, not before */
    async run(task) {
        if (this.#free === 0) {
            await new Promise((turn) => this.#waiting.push(turn));
        }
        else {
            this.#free -= 1;
        }
        try {
            return await task();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined) {
                this.#free += 1;
            }
            else {
                next();
            }
        }
    }
}


/***/ }),

/***/ 4121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ obtainCredential),
  S: () => (/* binding */ releasedProjects)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/standards/project-name.js
var project_name = __nccwpck_require__(5735);
// EXTERNAL MODULE: ./lib/trusted-publishing/credential.js
var trusted_publishing_credential = __nccwpck_require__(7210);
// EXTERNAL MODULE: ./lib/trusted-publishing/exchange.js
var trusted_publishing_exchange = __nccwpck_require__(2686);
// EXTERNAL MODULE: ./lib/trusted-publishing/oddities.js
var oddities = __nccwpck_require__(7152);
// EXTERNAL MODULE: ./lib/json.js
var json = __nccwpck_require__(6413);
;// CONCATENATED MODULE: ./lib/trusted-publishing/token-scope.js


/** Of the binary format of macaroons, version 2 (https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt). */
const VERSION_2 = 2;
const END = 0;
const IDENTIFIER = 2;
/** Caveats of PyPI's software (index rule O-17). */
const PROJECT_NAMES = 1;
const PROJECT_IDS = 2;
/** What the caveats of a token say, whoever made it. What is no token of PyPI's software is limited to nothing. */
function tokenScope(token) {
    const encoded = /^pypi-([\w-]+)=*$/.exec(token.reveal())?.[1] ?? "";
    const caveats = caveatsOf(Buffer.from(encoded, "base64url")).map(parsed);
    const sets = caveats.flatMap(namesIn).map((names) => new Set(names.map(project_name/* normalizeProjectName */.yz)));
    const counts = caveats.flatMap((caveat) => listIn(caveat, PROJECT_IDS)?.length ?? []);
    const [first, ...others] = sets;
    const names = first && new Set([...first].filter((name) => others.every((other) => other.has(name))));
    return { names, most: Math.min(...counts, names?.size ?? Number.POSITIVE_INFINITY) };
}
/** Texts of the caveats: every identifier but the first, which is that of the token itself. */
function caveatsOf(bytes) {
    const identifiers = [];
    let at = 1;
    while (bytes[0] === VERSION_2 && at < bytes.length) {
        const type = bytes[at];
        at += 1;
        if (type !== END) {
            const { value: length, next } = varint(bytes, at);
            if (type === IDENTIFIER) {
                identifiers.push(bytes.toString("utf8", next, next + length));
            }
            at = next + length;
        }
    }
    return identifiers.slice(1);
}
/** Seven bits a byte, the lowest first, as long as the eighth is set. */
function varint(bytes, start) {
    let value = 0;
    for (let at = start;; at += 1) {
        const byte = bytes[at] ?? 0;
        value += (byte & 0x7f) * 2 ** (7 * (at - start));
        if (byte < 0x80) {
            return { value, next: at + 1 };
        }
    }
}
function parsed(caveat) {
    try {
        return JSON.parse(caveat);
    }
    catch {
        return undefined;
    }
}
/** One list or none, as tokens of today have it, or those of before 2023. */
function namesIn(caveat) {
    const names = listIn(caveat, PROJECT_NAMES) ?? (0,json/* member */.D)((0,json/* member */.D)(caveat, "permissions"), "projects");
    return Array.isArray(names) && names.every((name) => typeof name === "string") ? [names] : [];
}
function listIn(caveat, tag) {
    return Array.isArray(caveat) && caveat[0] === tag && Array.isArray(caveat[1]) ? caveat[1] : undefined;
}

;// CONCATENATED MODULE: ./lib/publish/upload-credential.js


/** The index judges a token when the last byte has arrived (index rule O-15): what an upload may take at the least. */
const UPLOAD_MS = 60_000;
/** A slow way to the index, by which the time of a large file is estimated. */
const BYTES_PER_MS = 500;
/**
 * The credential of a whole run. A minted token is renewed before it runs out, once
 * for all uploads that need it; the older one is burned after its last use, the
 * last one by `burn()`.
 */
class UploadCredential {
    #minting;
    #current;
    /** The renewal under way, or the one that failed: then there is no other. */
    #renewal;
    #unburned = new Set();
    #burns = [];
    constructor(first, minting) {
        this.#minting = minting;
        this.#current = this.#hold(first);
    }
    get kind() {
        return this.#current.credential.kind;
    }
    /**
     * @throws PublishError of the exchange when the token is no longer good, and another one was not to be had.
     */
    async take(bytes) {
        if (this.#minting !== undefined && this.#runsOut(this.#minting, bytes)) {
            this.#renewal ??= this.#renew(this.#minting);
            await this.#renewal.catch((error) => this.#orGoOn(error, bytes));
        }
        const held = this.#current;
        held.users += 1;
        let returned = false;
        return {
            right: held.right,
            giveBack: () => {
                held.users -= returned ? 0 : 1;
                returned = true;
                this.#burnIfDone(held);
            },
            refusedAsExpired: () => {
                held.expired = true;
                return this.#minting !== undefined;
            },
        };
    }
    /** Burns every token there is; to be called once all uploads have ended. */
    async burn() {
        await this.#renewal?.catch(() => undefined);
        for (const held of this.#unburned) {
            this.#burn(held);
        }
        await Promise.all(this.#burns);
    }
    /** A renewal ahead of need that failed is no harm as long as the older token is good for this upload. */
    #orGoOn(error, bytes) {
        const { credential, expired } = this.#current;
        const left = credential.kind === "minted" ? credential.expiresAt - (this.#minting?.clock.now() ?? 0) : 0;
        if (expired || left <= bytes / BYTES_PER_MS) {
            throw error;
        }
    }
    #runsOut({ clock }, bytes) {
        const { credential, since, expired } = this.#current;
        if (expired || credential.kind !== "minted") {
            return expired;
        }
        const { expiresAt } = credential;
        // Half of its life at the most: a token that is never good enough would be renewed for every file.
        const needed = Math.min(UPLOAD_MS + bytes / BYTES_PER_MS, (expiresAt - since) / 2);
        return expiresAt - clock.now() < needed;
    }
    async #renew(minting) {
        const older = this.#current;
        try {
            this.#current = this.#hold(await minting.mint());
        }
        catch (error) {
            throw renewalFailed(error);
        }
        this.#renewal = undefined;
        this.#burnIfDone(older);
    }
    #hold(credential) {
        const held = {
            credential,
            right: { authorization: (0,trusted_publishing_credential/* authorization */.it)(credential), secrets: (0,trusted_publishing_credential/* secretForms */.eo)(credential) },
            since: this.#minting?.clock.now() ?? 0,
            users: 0,
            expired: false,
        };
        this.#unburned.add(held);
        return held;
    }
    #burnIfDone(held) {
        if (held !== this.#current && held.users === 0) {
            this.#burn(held);
        }
    }
    #burn(held) {
        if (this.#unburned.delete(held) && this.#minting !== undefined) {
            this.#burns.push(this.#minting.burn(held.credential));
        }
    }
}
function renewalFailed(error) {
    if (!(error instanceof errors/* PublishError */.S1)) {
        return error;
    }
    return new errors/* PublishError */.S1(error.code, `The minted token ran out, and another one was not to be had. ${error.message}`, {
        ...(error.remedy !== undefined && { remedy: error.remedy }),
        cause: error,
    });
}

;// CONCATENATED MODULE: ./lib/publish/credential.js







/**
 * The password given, or else a token from trusted publishing; masked in every form it is sent in.
 *
 * @throws PublishError of the exchange, one code for each way it can fail; `upload-forbidden` when the token itself
 * says that it is not good for all projects of the release, which an index would refuse half way.
 */
async function obtainCredential(request) {
    const { inputs, audience, http, identityTokens, log, clock, signal } = request;
    const { user, password, target } = inputs;
    const projects = releasedProjects(request);
    if (audience === undefined) {
        const credential = (0,trusted_publishing_credential/* givenCredential */.FV)(user, password);
        for (const form of (0,trusted_publishing_credential/* secretForms */.eo)(credential)) {
            log.mask(form);
        }
        assertInScope(credential, projects, target);
        return new UploadCredential(credential);
    }
    const exchange = { http, target, identityTokens, log, clock, projects, signal };
    const mint = () => (0,trusted_publishing_exchange/* mintCredential */.mK)(exchange, audience);
    const burn = (credential) => (0,trusted_publishing_exchange/* burnCredential */.RG)(exchange, credential);
    const minted = await mint();
    try {
        assertInScope(minted, projects, target);
    }
    catch (error) {
        await burn(minted);
        throw error;
    }
    return new UploadCredential(minted, { mint, burn, clock });
}
/** Index rules O-16, O-17, P-11: which projects a token is good for stands in it, by number or by name. */
function assertInScope(credential, projects, { name }) {
    if (credential.kind === "basic") {
        return;
    }
    const { names, most } = tokenScope(credential.token);
    const missing = projects.filter((project) => names?.has((0,project_name/* normalizeProjectName */.yz)(project.name)) === false);
    if (missing.length === 0 && most >= projects.length) {
        return;
    }
    const listed = (missing.length === 0 ? projects : missing).map((project) => project.name).join(", ");
    const [message, remedy] = credential.kind === "minted"
        ? [
            `The token that ${name} minted is good for ${most} of the ${projects.length} projects in this release at the most, so the rest would be refused half way: ${listed}.`,
            `Register this workflow as trusted publisher of each of them at ${name}, and check that none is archived.`,
        ]
        : [
            `The API token is not good for all of this release, which would be refused half way: ${listed}.`,
            `Use a token whose scope holds ${listed}, of an account that may upload there.`,
        ];
    throw new errors/* PublishError */.S1("upload-forbidden", message, { remedy });
}
/** The projects of a release, with what is known of them that matters to their trusted publishers. */
function releasedProjects({ release, projects }) {
    const byName = Map.groupBy(release.distributions, ({ metadata }) => (0,project_name/* normalizeProjectName */.yz)(metadata.name));
    return [...byName].flatMap(([normalized, ofProject]) => {
        const [first] = ofProject;
        const urls = ofProject.flatMap(({ metadata: { fields } }) => [
            ...(fields.get("project_urls") ?? []),
            ...(fields.get("home_page") ?? []),
        ]);
        return first === undefined
            ? []
            : [{ name: first.metadata.name, exists: projects.get(normalized), repositories: (0,oddities/* repositoriesIn */.St)(urls) }];
    });
}


/***/ }),

/***/ 9502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Nj: () => (/* binding */ humanSeconds),
/* harmony export */   S6: () => (/* binding */ humanRate),
/* harmony export */   Xe: () => (/* binding */ humanSize)
/* harmony export */ });
/** Sizes, times and rates as people read them: decimal units, one digit after the point. */
const UNITS = ["kB", "MB", "GB", "TB"];
/** @param bytes from 0; `512 B`, `1.2 MB` */
function humanSize(bytes) {
    if (bytes < 1000) {
        return `${Math.round(bytes)} B`;
    }
    let value = bytes;
    let unit = "";
    for (const next of UNITS) {
        value /= 1000;
        unit = next;
        // 999,950 would be shown as 1000.0.
        if (value < 999.95) {
            break;
        }
    }
    return `${value.toFixed(1)} ${unit}`;
}
/** @param seconds from 0; `0.04 s`, `3.2 s`, `2 min 5 s` */
function humanSeconds(seconds) {
    if (seconds < 59.95) {
        return `${seconds.toFixed(seconds < 0.1 ? 2 : 1)} s`;
    }
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
/** Bytes in seconds as `1.2 MB/s`; empty when no time has passed. */
function humanRate(bytes, seconds) {
    return seconds > 0 ? `${humanSize(bytes / seconds)}/s` : "";
}


/***/ }),

/***/ 7211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/**
 * Text that came from a file or a server, made safe to stand in a message:
 * quoted, on one line, control characters escaped, cut at `maxLength` characters.
 */
function quote(value, maxLength = 120) {
    const characters = Array.from(value.slice(0, maxLength * 2));
    const cut = characters.length > maxLength ? `${characters.slice(0, maxLength).join("")}…` : characters.join("");
    return JSON.stringify(cut);
}
/**
 * Characters that redraw a terminal, reverse what is read, or show nothing, so that two names look like one. Lone halves of
 * surrogate pairs are none at all. Line ends and tabs stay; DI is Default_Ignorable_Code_Point, U+2800 an empty pattern of dots.
 */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\u2800]--[\n\t]]/gv;
/** The text with everything that could hide or mislead written as an escape (`\u200b`, `\u{e0041}`). */
function printable(text) {
    return text.replace(UNSEEN, escaped);
}
function escaped(character) {
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
}


/***/ }),

/***/ 3251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redact),
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);

/**
 * A value that may be sent but never shown: every way of turning it into text
 * gives `***`. Only `reveal()` gives the value, and only transport code and the
 * masking of the log have a reason to call it.
 */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    get isEmpty() {
        return this.#value === "";
    }
    reveal() {
        return this.#value;
    }
    toString() {
        return "***";
    }
    toJSON() {
        return "***";
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return "***";
    }
}
/** Shorter values are ordinary words; taking them out would only make messages unreadable. */
const SHORTEST_WHOLE = 4;
const PIECE = 8;
/**
 * Text of a server with every secret in it replaced, whole (as it is, with white
 * space collapsed, or URL-encoded) or in pieces of 8 characters and more: some
 * validators echo part of what they were sent (index rule O-02), and the runner
 * masks whole values only. To be called before a text is cut.
 */
function redact(text, secrets) {
    let redacted = text;
    const values = secrets.map((secret) => secret.reveal());
    for (const whole of values.flatMap(spellings)) {
        redacted = redacted.replaceAll(whole, "***");
    }
    const pieces = new Set(values.flatMap(piecesOf));
    return pieces.size === 0 ? redacted : withoutPieces(redacted, pieces);
}
function spellings(value) {
    const all = [
        value,
        value.replace(/\s+/g, " "),
        encodeURIComponent(value.toWellFormed()),
        JSON.stringify(value).slice(1, -1),
    ];
    return [...new Set(all)].filter((spelling) => spelling.length >= SHORTEST_WHOLE);
}
function piecesOf(value) {
    return Array.from({ length: Math.max(0, value.length - PIECE + 1) }, (_, start) => value.slice(start, start + PIECE));
}
function withoutPieces(text, pieces) {
    let kept = "";
    let hiddenUntil = 0;
    for (let at = 0; at < text.length; at += 1) {
        if (pieces.has(text.slice(at, at + PIECE))) {
            kept += at >= hiddenUntil ? "***" : "";
            hiddenUntil = at + PIECE;
        }
        kept += at >= hiddenUntil ? text[at] : "";
    }
    return kept;
}


/***/ }),

/***/ 4534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ METADATA_FIELDS),
  U: () => (/* binding */ parseCoreMetadata)
});

// EXTERNAL MODULE: ./lib/quote.js
var quote = __nccwpck_require__(7211);
// EXTERNAL MODULE: ./lib/standards/metadata-draft.js
var metadata_draft = __nccwpck_require__(9448);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
;// CONCATENATED MODULE: ./lib/standards/metadata-headers.js

/** More than any real file has by an order of magnitude; bounds the memory that a hostile one can take. */
const MAX_HEADERS = 20_000;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const COLON = 0x3a;
/**
 * Splits core metadata into headers and body by the rules of Python's `email`
 * package, with which installers and indexes read it: lines end in LF, CRLF or
 * CR, a name is printable ASCII directly before a colon, a line that fits
 * nothing begins the body. Takes time linear in the input.
 *
 * @throws PublishError `distribution-invalid` when there are more than 20,000 headers.
 */
function parseHeaderBlock(bytes) {
    const headers = [];
    let open;
    let position = 0;
    let line = 0;
    let bodyStart;
    let unexpectedLine;
    while (bodyStart === undefined && position < bytes.length) {
        line += 1;
        const next = nextLine(bytes, position);
        const first = bytes[position];
        if (first !== SPACE && first !== TAB) {
            const colon = colonPosition(bytes, position, next);
            if (open !== undefined) {
                headers.push(header(open.name, bytes.subarray(open.start, position)));
            }
            open = colon === undefined ? undefined : { name: ascii(bytes, position, colon), start: colon + 1 };
            const blank = first === LINE_FEED || first === CARRIAGE_RETURN;
            unexpectedLine = colon === undefined && !blank ? line : undefined;
            bodyStart = colon === undefined ? (blank ? next : position) : undefined;
        }
        position = next;
        if (headers.length > MAX_HEADERS) {
            throw new errors/* PublishError */.S1("distribution-invalid", `The core metadata has more than ${MAX_HEADERS} headers.`, {
                remedy: "Build the distribution again with a current build back end.",
            });
        }
    }
    if (open !== undefined) {
        headers.push(header(open.name, bytes.subarray(open.start)));
    }
    return { headers, body: decodeUtf8(bytes.subarray(bodyStart ?? bytes.length)), unexpectedLine };
}
function nextLine(bytes, start) {
    for (let index = start; index < bytes.length; index += 1) {
        if (bytes[index] === LINE_FEED) {
            return index + 1;
        }
        if (bytes[index] === CARRIAGE_RETURN) {
            return bytes[index + 1] === LINE_FEED ? index + 2 : index + 1;
        }
    }
    return bytes.length;
}
function colonPosition(bytes, start, end) {
    for (let index = start; index < end; index += 1) {
        const byte = bytes[index] ?? 0;
        if (byte === COLON) {
            return index;
        }
        if (byte <= SPACE || byte > 0x7e) {
            return undefined;
        }
    }
    return undefined;
}
function header(name, bytes) {
    const text = decodeUtf8(bytes);
    const value = (text ?? ascii(bytes, 0, bytes.length)).replace(/^[ \t\r\n]+/, "");
    return { name, value: withoutLineEnd(value), utf8: text !== undefined };
}
function withoutLineEnd(value) {
    let end = value.length;
    while (value[end - 1] === "\n" || value[end - 1] === "\r") {
        end -= 1;
    }
    return value.slice(0, end);
}
function decodeUtf8(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** Byte for byte, which reads ASCII and ISO 8859-1 alike (a TextDecoder for Latin-1 would be windows-1252). */
function ascii(bytes, start, end) {
    const step = 8192;
    let text = "";
    for (let index = start; index < end; index += step) {
        text += String.fromCharCode(...bytes.subarray(index, Math.min(end, index + step)));
    }
    return text;
}

// EXTERNAL MODULE: ./lib/standards/metadata-values.js
var metadata_values = __nccwpck_require__(1368);
// EXTERNAL MODULE: ./lib/standards/metadata-version.js
var metadata_version = __nccwpck_require__(2980);
// EXTERNAL MODULE: ./lib/standards/project-name.js
var project_name = __nccwpck_require__(5735);
// EXTERNAL MODULE: ./lib/standards/python-text.js
var python_text = __nccwpck_require__(2440);
// EXTERNAL MODULE: ./lib/standards/version.js
var version = __nccwpck_require__(4842);
;// CONCATENATED MODULE: ./lib/standards/core-metadata.js








/** Fields of the core metadata, under the names the upload API gives them, in the order of the specification. */
const METADATA_FIELDS = [
    { header: "Metadata-Version", field: "metadata_version", multiple: false, since: "1.0" },
    { header: "Name", field: "name", multiple: false, since: "1.0" },
    { header: "Version", field: "version", multiple: false, since: "1.0" },
    { header: "Dynamic", field: "dynamic", multiple: true, since: "2.2" },
    { header: "Platform", field: "platform", multiple: true, since: "1.0" },
    { header: "Supported-Platform", field: "supported_platform", multiple: true, since: "1.1" },
    { header: "Summary", field: "summary", multiple: false, since: "1.0" },
    { header: "Description", field: "description", multiple: false, since: "1.0" },
    { header: "Description-Content-Type", field: "description_content_type", multiple: false, since: "2.1" },
    { header: "Keywords", field: "keywords", multiple: false, since: "1.0" },
    { header: "Home-page", field: "home_page", multiple: false, since: "1.0" },
    { header: "Download-URL", field: "download_url", multiple: false, since: "1.1" },
    { header: "Author", field: "author", multiple: false, since: "1.0" },
    { header: "Author-email", field: "author_email", multiple: false, since: "1.0" },
    { header: "Maintainer", field: "maintainer", multiple: false, since: "1.2" },
    { header: "Maintainer-email", field: "maintainer_email", multiple: false, since: "1.2" },
    { header: "License", field: "license", multiple: false, since: "1.0" },
    { header: "License-Expression", field: "license_expression", multiple: false, since: "2.4" },
    { header: "License-File", field: "license_file", multiple: true, since: "2.4" },
    { header: "Classifier", field: "classifiers", multiple: true, since: "1.1" },
    { header: "Requires-Dist", field: "requires_dist", multiple: true, since: "1.2" },
    { header: "Requires-Python", field: "requires_python", multiple: false, since: "1.2" },
    { header: "Requires-External", field: "requires_external", multiple: true, since: "1.2" },
    { header: "Project-URL", field: "project_urls", multiple: true, since: "1.2" },
    { header: "Provides-Extra", field: "provides_extra", multiple: true, since: "2.1" },
    { header: "Import-Name", field: "import_name", multiple: true, since: "2.5" },
    { header: "Import-Namespace", field: "import_namespace", multiple: true, since: "2.5" },
    { header: "Provides-Dist", field: "provides_dist", multiple: true, since: "1.2" },
    { header: "Obsoletes-Dist", field: "obsoletes_dist", multiple: true, since: "1.2" },
    { header: "Requires", field: "requires", multiple: true, since: "1.1" },
    { header: "Provides", field: "provides", multiple: true, since: "1.1" },
    { header: "Obsoletes", field: "obsoletes", multiple: true, since: "1.1" },
];
const SPECIFICATIONS = new Map(METADATA_FIELDS.map((specification) => [specification.header.toLowerCase(), specification]));
/**
 * Reads METADATA or PKG-INFO. The fields hold what an upload form takes: empty
 * values and the word UNKNOWN count as absent (H-10, H-12), keywords, project
 * URLs and the name have the form in which twine sends them, `License-File` is
 * left out below metadata version 2.4 (M-02).
 *
 * @throws PublishError `distribution-invalid` naming every reason for which no index could take the metadata.
 */
function parseCoreMetadata(bytes) {
    const draft = { values: new Map(), faults: [], warnings: [] };
    judgeEncoding(bytes, draft);
    if (draft.faults.length > 0) {
        throw (0,metadata_draft/* draftError */.GD)(draft);
    }
    const block = parseHeaderBlock(bytes);
    collectHeaders(block, draft);
    (0,metadata_draft/* addBody */.oR)(block, draft);
    const metadataVersion = readMetadataVersion(draft);
    const name = readName(draft);
    const version = readVersion(draft);
    if (draft.faults.length > 0) {
        throw (0,metadata_draft/* draftError */.GD)(draft);
    }
    // Written by older releases of setuptools, which established clients know not to send (M-02).
    if ((0,metadata_version/* precedes */.yN)(metadataVersion, "2.4")) {
        draft.values.delete("license_file");
    }
    draft.values.set("name", [(0,metadata_values/* formProjectName */.X6)(name)]);
    const present = METADATA_FIELDS.flatMap(({ field }) => {
        const values = draft.values.get(field);
        return values === undefined ? [] : [[field, values]];
    });
    return { metadataVersion, name, version, fields: new Map(present), warnings: draft.warnings };
}
function judgeEncoding(bytes, draft) {
    const [first, second, third] = bytes;
    if (first === 0xef && second === 0xbb && third === 0xbf) {
        const problem = "The core metadata begins with a byte order mark, behind which installers find no field";
        draft.faults.push({ problem, remedy: `Write it as UTF-8 without byte order mark. ${metadata_draft/* REBUILD */.UR}` });
    }
    else if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
        draft.faults.push({ problem: "The core metadata is UTF-16 instead of UTF-8", remedy: metadata_draft/* REBUILD */.UR });
    }
}
function collectHeaders(block, draft) {
    const known = new Map();
    const unknown = new Set();
    for (const header of block.headers) {
        const specification = SPECIFICATIONS.get(header.name.toLowerCase());
        if (specification === undefined) {
            unknown.add(header.name);
            continue;
        }
        const headers = known.get(specification);
        if (headers === undefined) {
            known.set(specification, [header]);
        }
        else {
            headers.push(header);
        }
    }
    for (const [specification, headers] of known) {
        (0,metadata_draft/* setField */.x)(specification, headers, draft);
    }
    if (unknown.size > 0) {
        draft.warnings.push(`Headers that are no core metadata are not sent: ${listed([...unknown])}.`);
    }
}
const NAMES_SHOWN = 5;
function listed(names) {
    const shown = names.slice(0, NAMES_SHOWN).map((name) => (0,quote/* quote */.h)(name, 40));
    const more = names.length - shown.length;
    return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
function readMetadataVersion(draft) {
    const value = requiredValue({ field: "metadata_version", header: "Metadata-Version", rule: "M-01" }, draft);
    if (value !== "") {
        const problem = (0,metadata_version/* metadataVersionFault */.Cs)(value);
        if (problem !== undefined) {
            draft.faults.push({ rule: "M-01", problem, remedy: metadata_draft/* REBUILD */.UR });
        }
    }
    return value;
}
function readName(draft) {
    const value = requiredValue({ field: "name", header: "Name", rule: "M-03" }, draft);
    if (value !== "" && !(0,project_name/* isProjectName */.jD)(value)) {
        const problem = `Name ${(0,quote/* quote */.h)(value)} is no project name`;
        const remedy = "A project name has ASCII letters, digits, '-', '_' and '.', with a letter or digit at both ends.";
        draft.faults.push({ rule: "M-03", problem, remedy });
    }
    return value;
}
function readVersion(draft) {
    const value = requiredValue({ field: "version", header: "Version", rule: "M-04" }, draft);
    if (value !== "" && (0,version/* parseVersion */.ot)(value) === undefined) {
        const problem = `Version ${(0,quote/* quote */.h)(value)} is no version of PEP 440`;
        draft.faults.push({
            rule: "M-04",
            problem,
            remedy: "Use a version such as 1.2.3, 1.2.3rc1, 1.2.3.post1 or 1.2.3.dev4.",
        });
    }
    return value;
}
/** The value of a field that has to be there, or the empty string with a fault in the draft. */
function requiredValue({ field, header, rule }, draft) {
    // As Python does it: what trim() of JavaScript takes for white space besides, a byte order mark, would be part of it there.
    const value = (0,python_text/* pythonTrim */.PE)(draft.values.get(field)?.[0] ?? "");
    if (value !== "") {
        draft.values.set(field, [value]);
        return value;
    }
    draft.faults.push({ rule, problem: `${header} is missing, empty or UNKNOWN`, remedy: metadata_draft/* CORRECT */.Xt });
    return "";
}


/***/ }),

/***/ 9448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ draftError),
/* harmony export */   UR: () => (/* binding */ REBUILD),
/* harmony export */   Xt: () => (/* binding */ CORRECT),
/* harmony export */   oR: () => (/* binding */ addBody),
/* harmony export */   x: () => (/* binding */ setField)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7211);
/* harmony import */ var _metadata_values_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1368);



const REBUILD = "Build the distribution again with a current build back end.";
const CORRECT = "Correct the project's metadata (pyproject.toml, setup.cfg or setup.py) and build again.";
// Free text, sent with its line ends as it stands in the file; every other field is one line.
const TEXT_FIELDS = new Set([
    "description",
    "license",
    "author",
    "author_email",
    "maintainer",
    "maintainer_email",
    "keywords",
    "platform",
    "supported_platform",
    "requires",
    "provides",
    "obsoletes",
    "requires_external",
]);
/** Of one value, in characters: far more than real ones have. Past ten million patterns overflow the stack. */
const LONGEST_VALUE = 1024 * 1024;
/** May be as long as the whole metadata: no pattern is tried on texts of licences, and the description has its own bounds. */
const LONG_TEXTS = new Set(["description", "license"]);
/** Of what file names repeat, which have 255 bytes; it also stands in addresses and outputs. */
const LONGEST_NAME = 255;
const NAMES = new Set(["metadata_version", "name", "version"]);
/** All faults as one error. */
function draftError({ faults }) {
    const remedy = [...new Set(faults.map((fault) => fault.remedy))].join(" ");
    const problems = faults.map(({ problem, rule }) => (rule === undefined ? problem : `${problem} (${rule})`));
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PublishError */ .S1("distribution-invalid", `${problems.join("; ")}.`, { remedy });
}
/**
 * Takes the values of one field out of all its headers.
 *
 * @throws PublishError `distribution-invalid` when one is longer than any pattern should be given.
 */
function setField({ header, field, multiple }, headers, draft) {
    if (headers.some(({ utf8 }) => !utf8)) {
        draft.warnings.push(`${header} is not UTF-8; it was read as Latin-1.`);
    }
    const longest = headers.reduce((most, { value }) => Math.max(most, value.length), 0);
    const most = NAMES.has(field) ? LONGEST_NAME : LONGEST_VALUE;
    if (!LONG_TEXTS.has(field) && longest > most) {
        const problem = `${header} has ${longest} characters; this action reads up to ${most}`;
        draft.faults.push({ problem, remedy: CORRECT });
        throw draftError(draft);
    }
    // H-10 and H-12: the index takes these values for absent ones.
    const present = headers.map(({ value }) => value).filter((value) => value !== "" && value.trim() !== "UNKNOWN");
    if (present.some((value) => value.includes("\0"))) {
        draft.faults.push({
            rule: "H-11",
            problem: `${header} holds a NUL character, which indexes alter`,
            remedy: CORRECT,
        });
    }
    if (!TEXT_FIELDS.has(field) && present.some((value) => /[\r\n]/.test(value))) {
        draft.warnings.push(`${header} is folded over several lines; it is sent as one line.`);
    }
    const values = present.map((value) => normalizeValue(field, value));
    // A label used twice is refused (M-20), even for the same address; the second one says nothing new.
    const listed = field === "project_urls" ? [...new Set(values)] : values;
    const sent = multiple ? listed : singleValue(header, values, draft);
    if (sent.length > 0) {
        draft.values.set(field, sent);
    }
}
function normalizeValue(field, value) {
    if (field === "keywords") {
        return (0,_metadata_values_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeKeywords */ .Qx)(value);
    }
    const line = TEXT_FIELDS.has(field) ? value : (0,_metadata_values_js__WEBPACK_IMPORTED_MODULE_1__/* .unfold */ .t8)(value);
    return field === "project_urls" ? (0,_metadata_values_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeProjectUrl */ .KJ)(line) : line;
}
function singleValue(header, values, draft) {
    const distinct = [...new Set(values)];
    if (distinct.length > 1) {
        const problem = `${header} stands there ${values.length} times with different values (${distinct
            .slice(0, 3)
            .map((value) => (0,_quote_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .h)(value, 40))
            .join(", ")})`;
        draft.faults.push({ rule: "M-32", problem, remedy: CORRECT });
    }
    else if (values.length > 1) {
        draft.warnings.push(`${header} stands there ${values.length} times with the same value; it is sent once.`);
    }
    return distinct.slice(0, 1);
}
/** The body is the description (metadata 2.1 and later; read in all versions, as twine does). */
function addBody({ body, unexpectedLine }, draft) {
    if (unexpectedLine !== undefined) {
        draft.warnings.push(`Line ${unexpectedLine} of the core metadata is neither header nor blank; all from there on is read as the description.`);
    }
    if (body === "") {
        return;
    }
    if (body === undefined || body.includes("\0")) {
        const fault = body === undefined
            ? { problem: "The description is not UTF-8" }
            : { rule: "H-11", problem: "The description holds a NUL character, which indexes alter" };
        draft.faults.push({ ...fault, remedy: `Correct the readme. ${REBUILD}` });
        return;
    }
    if (body.trim() === "UNKNOWN") {
        return;
    }
    if (body.trim() === "") {
        // Renders to nothing, for which PyPI refuses a file (M-11, M-12).
        draft.warnings.push("The description is white space only; it is not sent.");
        return;
    }
    const inHeader = draft.values.get("description")?.[0];
    if (inHeader === undefined) {
        draft.values.set("description", [body]);
    }
    else if (inHeader.trim() !== body.trim()) {
        const problem = "There are two descriptions, one in the Description header and one in the body";
        draft.faults.push({ rule: "M-32", problem, remedy: REBUILD });
    }
}


/***/ }),

/***/ 1368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KJ: () => (/* binding */ normalizeProjectUrl),
/* harmony export */   Qx: () => (/* binding */ normalizeKeywords),
/* harmony export */   X6: () => (/* binding */ formProjectName),
/* harmony export */   t8: () => (/* binding */ unfold)
/* harmony export */ });
/** A folded header on one line; what is not folded stays as it is. */
function unfold(value) {
    const lines = value.split(/\r\n|\n|\r/);
    return lines.length === 1 ? value : lines.map((line) => line.trim()).join(" ");
}
/** Keywords as twine sends them: the items between commas, trimmed, with `, ` between. */
function normalizeKeywords(value) {
    return value
        .split(",")
        .map((keyword) => keyword.trim())
        .join(", ");
}
/** Project-URL as `label, url`, both trimmed; it is split at the first comma (M-18). */
function normalizeProjectUrl(value) {
    const comma = value.indexOf(",");
    const [label, url] = comma === -1 ? [value, ""] : [value.slice(0, comma), value.slice(comma + 1)];
    return `${label.trim()}, ${url.trim()}`;
}
/**
 * The project name as twine writes it into the form: runs of anything but
 * letters, digits and dots as one hyphen. An index renames a project to the
 * spelling of the latest upload (P-18), so this keeps the spelling that
 * releases made with twine have given it.
 */
function formProjectName(name) {
    return name.replace(/[^A-Za-z0-9.]+/g, "-");
}


/***/ }),

/***/ 2980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cs: () => (/* binding */ metadataVersionFault),
/* harmony export */   ez: () => (/* binding */ NEWEST_METADATA_VERSION),
/* harmony export */   mi: () => (/* binding */ METADATA_VERSIONS),
/* harmony export */   yN: () => (/* binding */ precedes)
/* harmony export */ });
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7211);

/** Oldest first; 2.0 was withdrawn. */
const METADATA_VERSIONS = ["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"];
const NEWEST_METADATA_VERSION = "2.5";
// Withdrawn with PEP 426, but written by wheel tools of its time; there are indexes that take it.
const WITHDRAWN = "2.0";
/**
 * Why a file with this Metadata-Version cannot be published; undefined when it can. A newer minor version may only add
 * fields, a newer major version may change anything.
 */
function metadataVersionFault(version) {
    if (METADATA_VERSIONS.includes(version) || version === WITHDRAWN) {
        return undefined;
    }
    const numbers = /^(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})$/.exec(version);
    if (numbers === null) {
        return `Metadata-Version ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .h)(version)} is not of the form 2.4`;
    }
    if (Number(numbers[1]) > 2) {
        return `Metadata-Version ${version} is newer than this action can read (up to 2.x)`;
    }
    return precedes(NEWEST_METADATA_VERSION, version) ? undefined : `Metadata-Version ${version} does not exist`;
}
/** Whether the metadata version on the left is the older one. Both are `major.minor`. */
function precedes(left, right) {
    const [leftMajor = 0, leftMinor = 0] = left.split(".").map(Number);
    const [rightMajor = 0, rightMinor = 0] = right.split(".").map(Number);
    return leftMajor < rightMajor || (leftMajor === rightMajor && leftMinor < rightMinor);
}


/***/ }),

/***/ 5735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O2: () => (/* binding */ escapeProjectName),
/* harmony export */   jD: () => (/* binding */ isProjectName),
/* harmony export */   yz: () => (/* binding */ normalizeProjectName)
/* harmony export */ });
const VALID_NAME = /^(?:[a-z0-9]|[a-z0-9][a-z0-9._-]*[a-z0-9])$/i;
/** Whether the text can be a project name: ASCII letters, digits and `-_.`, a letter or digit at both ends (PEP 508, M-03). */
function isProjectName(name) {
    return VALID_NAME.test(name);
}
/** The name by which indexes compare projects: lower case, runs of `-_.` as one hyphen (PEP 503). */
function normalizeProjectName(name) {
    return name.toLowerCase().replace(/[-_.]+/g, "-");
}
/** The name as file names have it: lower case, runs of `-_.` as one underscore (PEP 427, PEP 625). */
function escapeProjectName(name) {
    return name.toLowerCase().replace(/[-_.]+/g, "_");
}


/***/ }),

/***/ 2440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ pythonTrimStart),
/* harmony export */   El: () => (/* binding */ isSeveralPythonLines),
/* harmony export */   IX: () => (/* binding */ pythonWords),
/* harmony export */   PE: () => (/* binding */ pythonTrim),
/* harmony export */   _X: () => (/* binding */ PYTHON_SPACE),
/* harmony export */   _t: () => (/* binding */ pythonLines),
/* harmony export */   a_: () => (/* binding */ pythonTrimEnd)
/* harmony export */ });
/** What `\s`, strip() and split() of Python take for white space, as the inside of a character class; JavaScript's idea differs by six characters. */
const PYTHON_SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const START = new RegExp(`^[${PYTHON_SPACE}]+`);
const BETWEEN = new RegExp(`[${PYTHON_SPACE}]+`);
const LINE_ENDS = "\\n-\\r\\x1c-\\x1e\\x85\\u2028\\u2029";
const SEVERAL_LINES = new RegExp(`[${LINE_ENDS}].`, "s");
const LINE_END = new RegExp(`\\r\\n|[${LINE_ENDS}]`, "g");
const ONE = new RegExp(`[${PYTHON_SPACE}]`);
/** The text without white space at both ends, by Python's idea of white space. */
function pythonTrim(text) {
    return pythonTrimStart(pythonTrimEnd(text));
}
/** As `pythonTrim`, at the beginning only. */
function pythonTrimStart(text) {
    return text.replace(START, "");
}
/** As `pythonTrim`, at the end only. Takes time linear in the text. */
function pythonTrimEnd(text) {
    let end = text.length;
    while (end > 0 && ONE.test(text.charAt(end - 1))) {
        end -= 1;
    }
    return text.slice(0, end);
}
/** The words between white space, by Python's idea of it. */
function pythonWords(text) {
    return text.split(BETWEEN).filter((word) => word !== "");
}
/** Whether Python's splitlines() gives more than one line: a line end at the very end begins no other line. */
function isSeveralPythonLines(text) {
    return SEVERAL_LINES.test(text.replace(/\r\n$/, "\n"));
}
/** The lines that Python's splitlines() gives, one at a time, without their ends. */
function* pythonLines(text) {
    let start = 0;
    for (const { index, 0: end } of text.matchAll(LINE_END)) {
        yield text.slice(start, index);
        start = index + end.length;
    }
    if (start < text.length) {
        yield text.slice(start);
    }
}


/***/ }),

/***/ 4842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ versionsEqual),
/* harmony export */   Qj: () => (/* binding */ normalizeVersion),
/* harmony export */   _5: () => (/* binding */ versionKey),
/* harmony export */   ot: () => (/* binding */ parseVersion)
/* harmony export */ });
/* harmony import */ var _python_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2440);

// Grammar of PEP 440, appendix B, without the named sub-groups for letters and numbers of every suffix.
const GRAMMAR = new RegExp([
    "^v?",
    "(?:(?<epoch>[0-9]+)!)?",
    "(?<release>[0-9]+(?:\\.[0-9]+)*)",
    "(?:[-_.]?(?<preLetter>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>[0-9]+)?)?",
    "(?:-(?<implicitPost>[0-9]+)|[-_.]?(?<postLetter>post|rev|r)[-_.]?(?<postNumber>[0-9]+)?)?",
    "(?:[-_.]?(?<devLetter>dev)[-_.]?(?<devNumber>[0-9]+)?)?",
    "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$",
].join(""), "i");
const PRE_LETTERS = { a: "a", alpha: "a", b: "b", beta: "b" };
/** Takes a version apart by PEP 440; surrounding white space and a leading `v` are allowed. Undefined when it is none. */
function parseVersion(text) {
    const groups = GRAMMAR.exec((0,_python_text_js__WEBPACK_IMPORTED_MODULE_0__/* .pythonTrim */ .PE)(text))?.groups;
    if (groups === undefined) {
        return undefined;
    }
    const { preLetter, devLetter, postLetter, implicitPost, local } = groups;
    const post = postLetter !== undefined || implicitPost !== undefined;
    return {
        epoch: withoutZeros(groups.epoch),
        release: (groups.release ?? "").split(".").map(withoutZeros),
        pre: preLetter === undefined ? undefined : suffix(PRE_LETTERS[preLetter.toLowerCase()] ?? "rc", groups.preNumber),
        post: post ? suffix("post", implicitPost ?? groups.postNumber) : undefined,
        dev: devLetter === undefined ? undefined : suffix("dev", groups.devNumber),
        local: local === undefined ? undefined : normalizeLocal(local),
    };
}
/** The normal form of PEP 440 (`v1.0-RC1` is `1.0rc1`); trailing zeros of the release stay. Undefined when it is no version. */
function normalizeVersion(text) {
    const version = parseVersion(text);
    return version === undefined ? undefined : formatVersion(version);
}
/** Whether both are versions and PEP 440 calls them equal: `1.0`, `1.0.0` and `v1` are. */
function versionsEqual(left, right) {
    const key = versionKey(left);
    return key !== undefined && key === versionKey(right);
}
/** One text for all spellings that PEP 440 calls equal: the normal form without trailing zeros of the release (P-24). */
function versionKey(text) {
    const version = parseVersion(text);
    if (version === undefined) {
        return undefined;
    }
    const significant = version.release.findLastIndex((number) => number !== "0");
    return formatVersion({ ...version, release: version.release.slice(0, Math.max(significant, 0) + 1) });
}
function formatVersion({ epoch, release, pre, post, dev, local }) {
    return [
        epoch === "0" ? "" : `${epoch}!`,
        release.join("."),
        pre === undefined ? "" : `${pre.letter}${pre.number}`,
        post === undefined ? "" : `.post${post.number}`,
        dev === undefined ? "" : `.dev${dev.number}`,
        local === undefined ? "" : `+${local}`,
    ].join("");
}
function suffix(letter, digits) {
    return { letter, number: withoutZeros(digits) };
}
function normalizeLocal(local) {
    return local
        .toLowerCase()
        .split(/[-_.]/)
        .map((part) => (/^[0-9]+$/.test(part) ? withoutZeros(part) : part))
        .join(".");
}
function withoutZeros(digits) {
    return digits === undefined ? "0" : digits.replace(/^0+(?=[0-9])/, "");
}


/***/ }),

/***/ 7950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ workflowFile),
/* harmony export */   Ip: () => (/* binding */ readClaims),
/* harmony export */   dj: () => (/* binding */ splitWorkflowRef)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

/**
 * @throws PublishError `identity-token-invalid` when it is no JSON web token.
 */
function readClaims(identityToken) {
    const claims = payload(identityToken.reveal());
    if (claims === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PublishError */ .S1("identity-token-invalid", "GitHub answered with an identity token that is no JSON web token.", {
            remedy: "Run the job again; if it stays so, see https://www.githubstatus.com.",
        });
    }
    const text = (name) => {
        const value = claims.get(name);
        return typeof value === "string" && value !== "" ? value : undefined;
    };
    return {
        repository: text("repository"),
        environment: text("environment"),
        eventName: text("event_name"),
        ref: text("ref"),
        sha: text("sha"),
        ownerId: text("repository_owner_id"),
        visibility: text("repository_visibility"),
        subject: text("sub"),
        issuer: text("iss"),
        workflowRef: text("workflow_ref"),
        jobWorkflowRef: text("job_workflow_ref"),
    };
}
function payload(token) {
    const parts = token.split(".");
    if (parts.length !== 3 || !parts.every((part) => /^[A-Za-z0-9_-]+$/.test(part))) {
        return undefined;
    }
    try {
        const parsed = JSON.parse(Buffer.from(parts[1] ?? "", "base64url").toString("utf8"));
        return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
            ? new Map(Object.entries(parsed))
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** `FILE` of `owner/name/.github/workflows/FILE@REF`, as the index takes it (index rule O-09). */
function workflowFile(workflowRef) {
    for (const segment of (workflowRef ?? "").split("/")) {
        const file = /^([^/]+\.(?:yml|yaml))@/.exec(segment)?.[1];
        if (file !== undefined) {
            return file;
        }
    }
    return undefined;
}
/**
 * `owner/name/.github/workflows/FILE` and the ref it comes from; a ref may hold an @ of its own.
 * Both are undefined where the text is no workflow ref.
 */
function splitWorkflowRef(workflowRef) {
    return /^(?<path>.+?\.ya?ml)@(?<ref>.+)$/s.exec(workflowRef ?? "")?.groups ?? {};
}


/***/ }),

/***/ 7210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ TOKEN_USER),
/* harmony export */   FV: () => (/* binding */ givenCredential),
/* harmony export */   eo: () => (/* binding */ secretForms),
/* harmony export */   it: () => (/* binding */ authorization)
/* harmony export */ });
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3251);

/** User name that goes with API tokens (index rule H-23). */
const TOKEN_USER = "__token__";
/** The credential that user name and password are, told apart as indexes do. */
function givenCredential(user, password) {
    return user === TOKEN_USER ? { kind: "api-token", token: password } : { kind: "basic", user, password };
}
/** The value of the Authorization header (index rule H-23: Basic, the token as password of `__token__`). */
function authorization(credential) {
    return new _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(`Basic ${basicValue(credential).reveal()}`);
}
/** Every form in which the credential goes over the wire, to be masked before it does. */
function secretForms(credential) {
    if (credential.kind !== "basic") {
        return [credential.token, basicValue(credential)];
    }
    const { user, password } = credential;
    if (password.isEmpty) {
        // Some registries take a token as user name and no password.
        return user === "" ? [] : [new _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(user), basicValue(credential)];
    }
    return [password, basicValue(credential)];
}
function basicValue(credential) {
    const [user, password] = credential.kind === "basic" ? [credential.user, credential.password] : [TOKEN_USER, credential.token];
    return new _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(Buffer.from(`${user}:${password.reveal()}`, "utf8").toString("base64"));
}


/***/ }),

/***/ 9867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  r: () => (/* binding */ disabled),
  u: () => (/* binding */ explainMintRefusal)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/trusted-publishing/oddities.js
var oddities = __nccwpck_require__(7152);
// EXTERNAL MODULE: ./lib/package-index/target.js
var package_index_target = __nccwpck_require__(6196);
// EXTERNAL MODULE: ./lib/trusted-publishing/claims.js
var trusted_publishing_claims = __nccwpck_require__(7950);
;// CONCATENATED MODULE: ./lib/trusted-publishing/publisher-form.js


/** The values to enter at the index, as its form asks for them, and where the form is (index rules O-18, O-19). */
function publisherForm(claims, target, projects) {
    const [owner = "?", repository = "?"] = (claims.repository ?? "").split("/");
    const file = (0,trusted_publishing_claims/* workflowFile */.EY)(claims.jobWorkflowRef) ?? "?";
    const { environment } = claims;
    const query = new URLSearchParams({ provider: "github", owner, repository, workflow_filename: file });
    if (environment !== undefined) {
        query.set("environment", environment);
    }
    return [
        `Register this publisher at ${target.name}, every value exactly as it stands here, capitals included:`,
        `  Owner: ${owner}`,
        `  Repository name: ${repository}`,
        `  Workflow name: ${file}`,
        `  Environment name: ${environment?.replace(/\s+/g, " ") ?? "(leave empty)"}`,
        ...projects.filter(({ exists }) => exists !== false).flatMap((project) => existing(project, target, query)),
        ...registeredAlready(claims, projects),
        ...pending(projects.filter(({ exists }) => exists !== true), target),
    ].join("\n");
}
function existing({ name, exists }, target, query) {
    const condition = exists === undefined ? ", if it exists" : "";
    return [`For ${name}${condition}, the form is filled in here: ${(0,package_index_target/* publishingPage */.Zf)(target, name, query)}`];
}
/** A publisher keeps the number of the owner it was registered for, which no form shows (index rules O-09, O-20). */
function registeredAlready({ ownerId, repository }, projects) {
    return ownerId === undefined || projects.every(({ exists }) => exists === false)
        ? []
        : [
            `If a publisher with these very values is listed there, remove it and add it again: it may belong to an earlier owner of ${repository ?? "the repository"} (the owner's number is ${ownerId} now).`,
        ];
}
/** That form cannot be filled in by a link. */
function pending(projects, target) {
    if (projects.length === 0) {
        return [];
    }
    const certain = projects.every(({ exists }) => exists === false);
    const names = projects.map(({ name }) => name);
    const one = names.length === 1;
    return [
        `${certain ? `${names.join(", ")} ${one ? "is" : "are"} new to ${target.name}: add` : `For a project that does not exist yet, add`} a pending publisher at ${accountPage(target)} with the values above and`,
        ...names.map((name) => `  PyPI Project Name: ${name}`),
        "A pending publisher is gone 30 days after it was added; one that had been added before then has to be added again.",
        ...(certain && !one
            ? [
                "The same values cannot be pending for two projects at once: publish the new projects one after the other, or from jobs with different environments.",
            ]
            : []),
    ];
}
function accountPage(target) {
    return new URL("/manage/account/publishing/", target.site).href;
}

;// CONCATENATED MODULE: ./lib/trusted-publishing/diagnosis.js



/** What a refused exchange means and what to change, at the index or in the workflow. */
function explainMintRefusal(refusal, circumstances) {
    const { target } = circumstances;
    const said = `${target.name} says: ${refusal.code}: ${refusal.description}`;
    switch (refusal.code) {
        case "invalid-publisher":
            return noPublisher(circumstances, said);
        case "invalid-pending-publisher":
            return new errors/* PublishError */.S1("trusted-publisher-refused", `There was a pending publisher for this job, and its project has come into being otherwise, so it is void. ${said}`, { remedy: formFor({ ...circumstances, projects: circumstances.projects.map(asExisting) }) });
        case "invalid-reuse-token":
            return new errors/* PublishError */.S1("identity-token-refused", `The identity token had been used before. ${said}`, {
                remedy: "Run the job again: each run asks GitHub for a fresh identity token.",
            });
        case "invalid-token":
            return new errors/* PublishError */.S1("identity-token-refused", `${target.name} refuses GitHub's identity token. ${said}`, {
                remedy: "Run the job again; if it stays so, check the clock of the runner and that `repository-url` is right.",
            });
        case "not-enabled":
            return disabled(target, said);
        case "invalid-payload":
            return invalidPayload(refusal, circumstances, said);
        default:
            return new errors/* PublishError */.S1("mint-token-refused", `The exchange of the identity token was refused. ${said}`, {
                remedy: "Act on what the index says, then run the job again.",
            });
    }
}
function disabled(target, said) {
    return new errors/* PublishError */.S1("trusted-publishing-disabled", `Trusted publishing is switched off at ${target.name}. ${said}`, {
        remedy: "Run the job again later, or give an API token as `password`.",
    });
}
function noPublisher(circumstances, said) {
    const { target, claims, projects } = circumstances;
    const named = [...new Set(projects.flatMap(({ repositories }) => repositories))];
    // Where no registration can help, the form, and what else is unusual, would only mislead.
    const certain = (0,oddities/* certainRefusals */.K2)(claims, target);
    const odd = certain.length > 0 ? certain : (0,oddities/* oddities */.Ew)(claims, target, named);
    return new errors/* PublishError */.S1("trusted-publisher-refused", [`${target.name} knows no trusted publisher for this job. ${said}`, ...odd.map(({ message }) => message)].join("\n"), { remedy: certain[0]?.remedy ?? formFor(circumstances) });
}
function formFor({ claims, target, projects }) {
    return publisherForm(claims, target, projects);
}
function asExisting(project) {
    return { ...project, exists: true };
}
function invalidPayload(refusal, { target, claims }, said) {
    if (refusal.description.includes("unknown trusted publishing issuer")) {
        return new errors/* PublishError */.S1("identity-token-refused", `${(0,oddities/* issuerMessage */.FW)(claims.issuer, target)} ${said}`, {
            remedy: (0,oddities/* issuerRemedy */._P)(claims.issuer),
        });
    }
    if (/malformed JWT|token/i.test(refusal.description)) {
        return new errors/* PublishError */.S1("identity-token-refused", `${target.name} cannot read the identity token. ${said}`, {
            remedy: "Run the job again; if it stays so, see https://www.githubstatus.com.",
        });
    }
    if (/registration temporarily disabled/i.test(refusal.description)) {
        return new errors/* PublishError */.S1("trusted-publisher-refused", `${target.name} makes no new projects at present. ${said}`, {
            remedy: "This is no fault of the job: run it again later.",
        });
    }
    return new errors/* PublishError */.S1("trusted-publisher-refused", `The project of the pending publisher cannot be made. ${said}`, {
        remedy: `Choose another project name, in the build configuration and in the pending publisher at ${accountPage(target)}.`,
    });
}


/***/ }),

/***/ 2686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RG: () => (/* binding */ burnCredential),
/* harmony export */   mK: () => (/* binding */ mintCredential),
/* harmony export */   nb: () => (/* binding */ rehearseExchange)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _http_answer_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(966);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(6413);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(7211);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3251);
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7950);
/* harmony import */ var _credential_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7210);
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9867);
/* harmony import */ var _index_question_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3308);
/* harmony import */ var _oddities_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7152);










const BURN_MS = 10_000;
/** The runner leaves a cancelled job some seven seconds: a token under way is waited for and given back. */
const MINT_GRACE_MS = 3_500;
const BURN_GRACE_MS = 2_500;
/**
 * Audience -> identity token -> minted API token (index rules O-01 to O-15).
 * Minting can create a project for good (O-08): everything local has to have passed before.
 *
 * @param asked the audience that the index wants
 * @throws PublishError one code for each way it can fail.
 */
async function mintCredential(exchange, asked) {
    const audience = await asked;
    let shown;
    const answer = await (0,_index_question_js__WEBPACK_IMPORTED_MODULE_6__/* .reach */ .gl)(exchange, "the exchange of the identity token", async () => {
        // Index rule O-12: an identity token is good for one exchange, also for one whose answer was lost.
        shown = await freshIdentityToken(exchange, audience);
        warnOfRefusal(exchange, shown);
        return {
            method: "POST",
            url: new URL("/_/oidc/mint-token", exchange.target.site),
            accept: "application/json",
            body: JSON.stringify({ token: shown.identityToken.reveal() }),
            totalMs: _index_question_js__WEBPACK_IMPORTED_MODULE_6__/* .EXCHANGE_MS */ .fH,
            graceMs: MINT_GRACE_MS,
        };
    });
    if (shown !== undefined && answer.status >= 300) {
        throw await mintRefused(exchange, answer, shown);
    }
    return mintedCredential(exchange, answer);
}
/**
 * All of the exchange that changes nothing at the index: whether it has trusted publishing, whether GitHub gives
 * this job an identity token, and whether the claims in it make a refusal certain.
 *
 * @throws PublishError as {@link mintCredential} would.
 */
async function rehearseExchange(exchange, asked) {
    const { claims } = await freshIdentityToken(exchange, await asked);
    const { target } = exchange;
    const [certain] = (0,_oddities_js__WEBPACK_IMPORTED_MODULE_7__/* .certainRefusals */ .K2)(claims, target);
    if (certain !== undefined) {
        const said = `${target.name} would refuse this job as a trusted publisher. ${certain.message}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PublishError */ .S1("trusted-publisher-refused", said, { remedy: certain.remedy ?? "" });
    }
}
async function freshIdentityToken({ identityTokens, log }, audience) {
    const identityToken = await identityTokens.identityToken(audience);
    log.mask(identityToken);
    log.debug(`GitHub gave an identity token for the audience ${(0,_quote_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .h)(audience)}.`);
    return { identityToken, claims: (0,_claims_js__WEBPACK_IMPORTED_MODULE_3__/* .readClaims */ .Ip)(identityToken) };
}
/** The index has the last word; it may know better. */
function warnOfRefusal({ log, target }, { claims }) {
    for (const { message, remedy } of (0,_oddities_js__WEBPACK_IMPORTED_MODULE_7__/* .certainRefusals */ .K2)(claims, target)) {
        log.warning([message, remedy].filter((part) => part !== undefined).join(" "));
    }
}
/** Kills the minted token at the index. A failure is of no consequence: the token expires by itself. */
async function burnCredential(exchange, credential) {
    if (credential.kind !== "minted") {
        return;
    }
    try {
        const answer = await exchange.http.exchange({
            method: "POST",
            url: new URL("/_/oidc/burn-token", exchange.target.site),
            accept: "application/json",
            body: JSON.stringify({ token: credential.token.reveal() }),
            totalMs: BURN_MS,
            graceMs: BURN_GRACE_MS,
        });
        exchange.log.debug(answer.status < 300
            ? "The minted token has been burned."
            : `${exchange.target.name} burns no tokens (${answer.status}).`);
    }
    catch (error) {
        exchange.log.debug(`The minted token was not burned and expires by itself: ${String(error)}`);
    }
}
async function mintRefused(exchange, answer, { claims, identityToken }) {
    if (answer.status >= 500 || answer.status === 429) {
        return (0,_index_question_js__WEBPACK_IMPORTED_MODULE_6__/* .unavailable */ .hU)(exchange.target, answer, [identityToken]);
    }
    const errors = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .member */ .D)((0,_http_answer_text_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(answer.body), "errors");
    const first = Array.isArray(errors) ? errors[0] : undefined;
    const code = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .member */ .D)(first, "code");
    const description = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .member */ .D)(first, "description");
    const fallback = `status ${answer.status}: ${await (0,_http_answer_text_js__WEBPACK_IMPORTED_MODULE_1__/* .answerText */ .yy)(answer, [identityToken])}`;
    return (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .explainMintRefusal */ .u)({
        code: typeof code === "string" ? (0,_http_answer_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(code, [identityToken]) : "unknown",
        description: typeof description === "string" ? (0,_http_answer_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(description, [identityToken]) : fallback,
    }, { target: exchange.target, claims, projects: exchange.projects });
}
/** The runner masks it wherever it stands: one of a letter or a word would blot out log and outputs of the job. */
const SHORTEST_TOKEN = 16;
function mintedCredential(exchange, answer) {
    const parsed = (0,_http_answer_text_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(answer.body);
    const token = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .member */ .D)(parsed, "token");
    const expires = (0,_json_js__WEBPACK_IMPORTED_MODULE_9__/* .member */ .D)(parsed, "expires");
    if (typeof token !== "string" || token.length < SHORTEST_TOKEN || /\s/.test(token)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PublishError */ .S1("index-answer-invalid", `${answer.url.href} answered without an API token.`, {
            remedy: "Run the job again.",
        });
    }
    const credential = {
        kind: "minted",
        token: new _secret_js__WEBPACK_IMPORTED_MODULE_2__/* .Secret */ .z(token),
        expiresAt: exchange.clock.now() + lifetimeMs(answer, expires, exchange.clock),
    };
    for (const form of (0,_credential_js__WEBPACK_IMPORTED_MODULE_4__/* .secretForms */ .eo)(credential)) {
        exchange.log.mask(form);
    }
    return credential;
}
/**
 * How long the index means to accept a token, by its own clock where it tells the time: a
 * runner's clock that is wrong must not make every token look outworn. Without a sensible
 * answer, as long as the index says nothing to the contrary.
 */
function lifetimeMs({ headers }, expires, clock) {
    const told = typeof headers.date === "string" ? Date.parse(headers.date) : Number.NaN;
    const until = typeof expires === "number" || typeof expires === "string" ? Number(expires) * 1000 : Number.NaN;
    const lifetime = until - (Number.isNaN(told) ? clock.now() : told);
    return lifetime > 0 ? lifetime : Number.POSITIVE_INFINITY;
}


/***/ }),

/***/ 3308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   fH: () => (/* binding */ EXCHANGE_MS),
/* harmony export */   gl: () => (/* binding */ reach),
/* harmony export */   hU: () => (/* binding */ unavailable)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _http_answer_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(966);
/* harmony import */ var _http_exchange_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(44);
/* harmony import */ var _http_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8394);




/** Milliseconds for one attempt. */
const EXCHANGE_MS = 30_000;
/**
 * The index's answer, asked for again while what happened is transient.
 *
 * @throws PublishError `index-unreachable`, `index-answer-invalid` without a usable one
 */
async function reach({ http, target, log, signal }, what, makeRequest) {
    const { outcome, stopped } = await (0,_http_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .persist */ .Zr)(http, makeRequest, { log, signal, what });
    if (stopped !== undefined) {
        throw stopped;
    }
    if (!(outcome instanceof _http_exchange_error_js__WEBPACK_IMPORTED_MODULE_2__/* .ExchangeError */ .Sb)) {
        return outcome;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PublishError */ .S1(outcome.phase === "answer-cut" ? "index-answer-invalid" : "index-unreachable", `No usable answer from ${target.name}: ${outcome.message}`, { remedy: outcome.remedy ?? "Run the job again.", cause: outcome });
}
/** The error for an answer that says "not now". */
async function unavailable(target, answer, secrets = []) {
    const said = await (0,_http_answer_text_js__WEBPACK_IMPORTED_MODULE_1__/* .answerText */ .yy)(answer, secrets);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PublishError */ .S1("index-unreachable", `${target.name} is out of order: ${answer.url.href} answers ${answer.status} ${said}`.trimEnd(), { remedy: "Run the job again later." });
}


/***/ }),

/***/ 7152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ew: () => (/* binding */ oddities),
/* harmony export */   FW: () => (/* binding */ issuerMessage),
/* harmony export */   K2: () => (/* binding */ certainRefusals),
/* harmony export */   St: () => (/* binding */ repositoriesIn),
/* harmony export */   _P: () => (/* binding */ issuerRemedy)
/* harmony export */ });
/* harmony import */ var _claims_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7950);

/** Issuer of GitHub's identity tokens; the only one of GitHub's that PyPI trusts (index rules O-04, O-09). */
const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";
/** What an index with trusted publishing refuses whatever is registered there. */
function certainRefusals(claims, target) {
    return [...eventOddities(claims), ...issuerOddities(claims, target), ...foreignWorkflow(claims)];
}
/**
 * What is unusual about this run, in words: most refusals have their reason here.
 *
 * @param named repositories that the metadata of the distributions names
 */
function oddities(claims, target, named) {
    return [
        ...certainRefusals(claims, target),
        ...calledWorkflow(claims),
        ...environmentOddities(claims),
        ...indexOddities(target),
        ...spelling(claims, named),
    ];
}
/** Index rule O-11. */
function eventOddities({ eventName }) {
    return eventName === "pull_request_target"
        ? [
            {
                message: "This run was started by `pull_request_target`, from which indexes accept nothing.",
                remedy: "Start the release by `push` of a tag, `release` or `workflow_dispatch`.",
            },
        ]
        : [];
}
function issuerOddities({ issuer }, target) {
    return target.kind === "other" || issuer === undefined || issuer === GITHUB_ISSUER
        ? []
        : [{ message: issuerMessage(issuer, target), remedy: issuerRemedy(issuer) }];
}
function issuerMessage(issuer, target) {
    return `${target.name} does not trust the issuer of the identity token, ${issuer ?? "which has none"}.`;
}
function issuerRemedy(issuer) {
    if (issuer?.startsWith(`${GITHUB_ISSUER}/`) === true) {
        return `An owner of the enterprise has given it an issuer of its own. Have that setting (\`include_enterprise_slug\`) taken back, so that the issuer is ${GITHUB_ISSUER}, or give an API token as \`password\`.`;
    }
    return issuer?.endsWith("/_services/token") === true
        ? "GitHub Enterprise Server has an issuer of its own, which indexes do not accept: give an API token as `password`."
        : "Give an API token as `password`.";
}
/** Index rule O-13: the file is looked for in the calling repository, at the ref or commit of the run. */
function foreignWorkflow({ repository, jobWorkflowRef, workflowRef, ref, sha }) {
    const { path, ref: calledRef } = (0,_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .splitWorkflowRef */ .dj)(jobWorkflowRef);
    if (path === undefined || repository === undefined) {
        return [];
    }
    const caller = (0,_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .workflowFile */ .EY)(workflowRef) ?? "the workflow that was started";
    if (!path.toLowerCase().startsWith(`${repository.toLowerCase()}/`)) {
        return [
            {
                message: `The job stands in a workflow of another repository, ${path}, called by ${caller}; an index looks for it in ${repository} and never finds it.`,
                remedy: `Put the job that publishes into ${caller} itself. What it does before may stay in the called workflow; hand the distributions over as an artifact.`,
            },
        ];
    }
    return calledRef === undefined || calledRef === ref || calledRef === sha || (ref === undefined && sha === undefined)
        ? []
        : [
            {
                message: `The job stands in ${path} at ${calledRef}, while the run is at ${ref ?? sha}; an index accepts it at the ref or the commit of the run only.`,
                remedy: `Call it without a ref, as \`uses: ./${path.split("/").slice(2).join("/")}\`.`,
            },
        ];
}
/** A called workflow of the same repository: which file counts is not settled (pypi/warehouse#11096, #20083). */
function calledWorkflow({ jobWorkflowRef, workflowRef }) {
    const called = (0,_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .workflowFile */ .EY)(jobWorkflowRef);
    const caller = (0,_claims_js__WEBPACK_IMPORTED_MODULE_0__/* .workflowFile */ .EY)(workflowRef);
    return called === undefined || caller === undefined || called === caller
        ? []
        : [
            {
                message: `The job stands in ${called}, which ${caller} calls. The index looks for the called file, ${called}, today, and may come to look for ${caller}; a job of ${caller} itself is safe from that.`,
            },
        ];
}
/** Index rule O-10. */
function environmentOddities({ environment, ref }) {
    const where = ref === undefined ? "" : ` (GitHub starts such a job only where the rules of the environment allow ${ref})`;
    return environment === undefined
        ? [
            {
                message: `The job has no \`environment:\`. A publisher that names one does not match it: either leave that field empty, or give the job the environment that is registered, such as \`environment: pypi\`${where}.`,
            },
        ]
        : [];
}
function indexOddities({ kind }) {
    const texts = {
        pypi: [],
        testpypi: [{ message: "This run goes to TestPyPI, where nothing counts that is registered at PyPI." }],
        other: [],
    };
    return texts[kind];
}
/**
 * Index rule O-09 (d): equality to the letter; the owner is known by number as well. What the identity token cannot
 * tell, the metadata may: where it names another repository than this run's, that one was renamed, moved or forked.
 */
function spelling({ repository, ownerId }, named) {
    const others = named.filter((each) => each !== repository);
    if (repository === undefined || others.length === 0 || others.length < named.length) {
        return [];
    }
    const capitals = others.find((each) => each.toLowerCase() === repository.toLowerCase());
    if (capitals !== undefined) {
        return [
            {
                message: `The metadata spells the repository ${capitals}, GitHub spells it ${repository}: a publisher registered with other capitals does not match.`,
            },
        ];
    }
    const number = ownerId === undefined ? "" : `, and so is the owner's number (here ${ownerId})`;
    return [
        {
            message: `The metadata names the repository ${others.slice(0, 2).join(" and ")}, and this run is one of ${repository}. After a renaming or a transfer a publisher has to be registered anew: the name is compared to the letter${number}.`,
        },
    ];
}
/** Repositories at GitHub, `owner/name`, that URLs of core metadata lead to. */
function repositoriesIn(urls) {
    const found = urls.flatMap((url) => {
        const match = /\bhttps?:\/\/(?:www\.)?github\.com\/([a-z0-9-]{1,39}\/[\w.-]{1,100}?)(?:\.git)?(?:[/?#]|$)/i.exec(url);
        return match?.[1] === undefined || /^(sponsors|orgs|apps|marketplace)\//i.test(match[1]) ? [] : [match[1]];
    });
    return [...new Set(found)];
}


/***/ }),

/***/ 7527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ VerificationError),
/* harmony export */   x: () => (/* binding */ withRule)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

const SHOWN_IN_MESSAGE = 50;
const REMEDY = "Nothing was uploaded. Correct what is listed, build again, and publish all distributions together.";
/** Distributions that must not be published; `findings` holds every error of all files. */
class VerificationError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PublishError */ .S1 {
    name = "VerificationError";
    findings;
    /**
     * @param findings at least one
     * @param remedy what to do about several of them
     */
    constructor(findings, code = "distribution-invalid", remedy = REMEDY) {
        super(code, summary(findings), { remedy: findings.length === 1 ? (findings[0]?.remedy ?? "") : remedy });
        this.findings = findings;
    }
}
function summary(findings) {
    const [first] = findings;
    if (findings.length === 1 && first !== undefined) {
        return withRule(first);
    }
    const files = new Set(findings.map(({ filename }) => filename)).size;
    const lines = findings.slice(0, SHOWN_IN_MESSAGE).map((finding) => `- ${withRule(finding)} ${finding.remedy}`);
    const more = findings.length > SHOWN_IN_MESSAGE ? [`- and ${findings.length - SHOWN_IN_MESSAGE} more`] : [];
    const count = `${findings.length} faults in ${files} ${files === 1 ? "distribution" : "distributions"}`;
    return [`${count}:`, ...lines, ...more].join("\n");
}
/** The finding with the rule it breaks, which names it for everyone who looks it up. */
function withRule({ message, rule }) {
    return rule === undefined ? message : `${message} (${rule})`;
}


/***/ }),

/***/ 9783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ getProxyUrl)
/* harmony export */ });
/* unused harmony export checkBypass */
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5691);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
